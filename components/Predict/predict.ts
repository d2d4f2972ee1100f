import { keep, recall } from '../../src/site/client/memory.ts';

/** `shown` stands for "show me without guessing". */
type Answer = number | 'shown';

/** What a page may listen to (event `predict`): the reader has answered, or seen the answer of, a question. */
export interface PredictDetail {
  readonly id: string;
  readonly choice: number | null;
  readonly right: boolean;
}

interface Question {
  readonly root: HTMLElement;
  readonly options: readonly HTMLElement[];
  readonly inputs: readonly HTMLInputElement[];
  button(name: string): HTMLButtonElement | null;
}

const isRight = (option: HTMLElement | undefined): boolean => option?.dataset.right === 'true';
const keyOf = ({ root }: Question): string => `predict:${root.dataset.predict}`;
const chosen = ({ inputs }: Question): number => inputs.findIndex((input) => input.checked);

function recalled(question: Question): Answer | null {
  const kept = recall(keyOf(question));
  if (kept === 'shown') return kept;
  const choice = Number(kept ?? Number.NaN);
  return Number.isInteger(choice) && choice >= 0 && choice < question.options.length ? choice : null;
}

function ready(question: Question): void {
  const commit = question.button('commit');
  if (commit) commit.disabled = chosen(question) < 0;
}

function reveal({ root, options, inputs }: Question, answer: Answer): void {
  const choice = answer === 'shown' ? null : answer;
  root.classList.add('done');
  for (const [i, option] of options.entries()) option.classList.toggle('is-yours', i === choice);
  for (const input of inputs) input.disabled = true;
  const detail: PredictDetail = { id: root.id, choice, right: choice !== null && isRight(options[choice]) };
  root.dispatchEvent(new CustomEvent('predict', { bubbles: true, detail }));
}

function ask(question: Question): void {
  question.root.classList.remove('done', 'all');
  for (const option of question.options) option.classList.remove('is-yours');
  for (const input of question.inputs) Object.assign(input, { disabled: false, checked: false });
  ready(question);
}

function answer(question: Question, given: Answer): void {
  keep(keyOf(question), String(given));
  reveal(question, given);
  // The buttons that were pressed are gone; the reader goes on at the explanation.
  const option = given === 'shown' ? question.options.find(isRight) : question.options[given];
  option?.querySelector<HTMLElement>('.why')?.focus();
}

function start(root: HTMLElement): void {
  const fieldset = root.querySelector('fieldset');
  if (!fieldset) return;
  const question: Question = {
    root,
    options: [...root.querySelectorAll<HTMLElement>('.opt-item')],
    inputs: [...root.querySelectorAll<HTMLInputElement>('.opt-item input')],
    button: (name) => root.querySelector(`[data-do="${name}"]`),
  };
  fieldset.disabled = false;
  root.addEventListener('change', () => ready(question));
  question.button('commit')?.addEventListener('click', () => answer(question, chosen(question)));
  question.button('show')?.addEventListener('click', () => answer(question, 'shown'));
  question.button('others')?.addEventListener('click', () => root.classList.toggle('all'));
  question.button('again')?.addEventListener('click', () => {
    keep(keyOf(question), null);
    ask(question);
    question.inputs[0]?.focus();
  });
  ask(question);
  const before = recalled(question);
  if (before !== null) reveal(question, before);
}

for (const root of document.querySelectorAll<HTMLElement>('.predict')) start(root);
