import { FormulaError } from '../../src/activations/formula/index.ts';
import { ownId } from '../../src/figure/ownFunctions.ts';
import { addOwn, shelf, watchShelf } from '../../src/figure/ownShelf.ts';
import { keepLabel } from '../../src/notebook/outputs/function.ts';
import { underBase } from '../../src/site/address.ts';

const followed = new WeakSet<HTMLElement>();

/** Shows whether a function that a cell has drawn is kept on this device, now and after every change. */
export function follow(node: HTMLElement): void {
  mark(node);
  if (followed.has(node)) return;
  followed.add(node);
  const end = watchShelf(() => {
    if (node.isConnected) mark(node);
    else end();
  });
}

/** Keeps the function of a button, as the reader has asked; says what became of it beside the button. */
export function keep(button: HTMLElement): void {
  const node = button.closest<HTMLElement>('.out-function')!;
  const said = node.querySelector('.out-kept')!;
  if (isKept(button)) return;
  said.replaceChildren(...outcome(button));
  follow(node);
  // The list of what is kept may be on this page, asleep.
  document.querySelector('[data-widget="Designer"]')?.dispatchEvent(new Event('focusin'));
}

function outcome(button: HTMLElement): (string | Node)[] {
  try {
    const { own, device } = addOwn(button.dataset.keep!, button.dataset.formula!);
    const where = `“${own.label}” now stands in every picker, chart and network of the book`;
    if (!device) return [`${where}, until you leave: this browser keeps nothing for this page.`];
    const link = document.createElement('a');
    link.href = `${underBase('design/', import.meta.env.BASE_URL)}#designer`;
    link.textContent = 'your functions';
    const code = document.createElement('code');
    code.textContent = `activations.findActivation(${JSON.stringify(own.label)})`;
    return [`${where}; a cell writes `, code, '. Rename or delete it among ', link, '.'];
  } catch (error) {
    if (error instanceof FormulaError || error instanceof RangeError) return [`Not kept: ${error.message}.`];
    throw error;
  }
}

function isKept({ dataset }: HTMLElement): boolean {
  const id = ownId(dataset.formula!);
  return shelf().some((own) => own.id === id && own.label === dataset.keep);
}

function mark(node: HTMLElement): void {
  const button = node.querySelector<HTMLElement>('[data-keep]')!;
  const kept = isKept(button);
  const wasKept = button.getAttribute('aria-disabled') === 'true';
  button.textContent = kept ? 'Kept' : keepLabel;
  // Not `disabled`: the reader who has just pressed it must not lose the focus.
  button.setAttribute('aria-disabled', String(kept));
  if (wasKept && !kept) node.querySelector('.out-kept')!.replaceChildren();
}
