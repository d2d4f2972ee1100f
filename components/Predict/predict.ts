import { keep, recall } from '../../src/site/client/memory.ts';

/** `shown` stands for "show me without guessing". */
type Answer = number | 'shown';

/** What a page may listen to: the reader has answered (or seen the answer of) a question. */
export interface PredictDetail {
  readonly id: string;
  readonly choice: number | null;
  readonly right: boolean;
}

function recalled(key: string, options: number): Answer | null {
  const kept = recall(key);
  if (kept === 'shown') return kept;
  const choice = Number(kept ?? Number.NaN);
  return Number.isInteger(choice) && choice >= 0 && choice < options ? choice : null;
}

function start(root: HTMLElement): void {
  const key = `predict:${root.dataset.predict}`;
  const fieldset = root.querySelector('fieldset');
  const items = [...root.querySelectorAll<HTMLElement>('.opt-item')];
  const inputs = items.map((item) => item.querySelector('input'));
  const button = (name: string) => root.querySelector<HTMLButtonElement>(`[data-do="${name}"]`);
  if (!fieldset) return;
  fieldset.disabled = false;

  const ready = () => {
    const commit = button('commit');
    if (commit) commit.disabled = !inputs.some((input) => input?.checked);
  };

  const reveal = (answer: Answer) => {
    const choice = answer === 'shown' ? null : answer;
    root.classList.add('done');
    for (const [i, item] of items.entries()) item.classList.toggle('is-yours', i === choice);
    for (const input of inputs) if (input) input.disabled = true;
    const right = choice !== null && items[choice]?.dataset.right === 'true';
    const detail: PredictDetail = { id: root.id, choice, right };
    root.dispatchEvent(new CustomEvent('predict', { bubbles: true, detail }));
  };

  const ask = () => {
    root.classList.remove('done', 'all');
    for (const item of items) item.classList.remove('is-yours');
    for (const input of inputs) if (input) Object.assign(input, { disabled: false, checked: false });
    ready();
  };

  const answer = (given: Answer) => {
    keep(key, String(given));
    reveal(given);
    // The buttons that were pressed are gone; the reader goes on at the explanation.
    const why = items.find((item, i) => i === given || (given === 'shown' && item.dataset.right === 'true'));
    why?.querySelector<HTMLElement>('.why')?.focus();
  };

  root.addEventListener('change', ready);
  button('commit')?.addEventListener('click', () => answer(inputs.findIndex((input) => input?.checked)));
  button('show')?.addEventListener('click', () => answer('shown'));
  button('others')?.addEventListener('click', () => root.classList.toggle('all'));
  button('again')?.addEventListener('click', () => {
    keep(key, null);
    ask();
    inputs[0]?.focus();
  });
  ask();
  const before = recalled(key, items.length);
  if (before !== null) reveal(before);
}

for (const root of document.querySelectorAll<HTMLElement>('.predict')) start(root);
