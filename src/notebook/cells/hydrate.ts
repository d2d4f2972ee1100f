const focusable = 'button,input,select,textarea,summary,[tabindex="0"]';

const touches = ['focusin', 'pointerover', 'pointerdown'] as const;

/**
 * Makes outputs from the build live when they are first touched; until then they are left as they are, since a reader
 * who walks through the page must not lose the ground. Values that open and tables need nothing.
 */
export function hydrateOnTouch(out: HTMLElement, draw: () => void): void {
  if (!out.querySelector('.ctl,.out-chart')) return;
  const touched = (): void => {
    for (const type of touches) out.removeEventListener(type, touched);
    hydrate(out, draw);
  };
  for (const type of touches) out.addEventListener(type, touched);
  if (out.matches(':hover,:focus-within') || fields(out).some((field) => changeOf(field))) touched();
}

/**
 * Replaces outputs from the build by live ones that look the same, without taking from the reader what is under the
 * hand: a slider that is being dragged is replaced when it is let go, and what was chosen before is chosen again.
 */
function hydrate(out: HTMLElement, draw: () => void): void {
  if (out.querySelector('input:active,select:active')) {
    addEventListener('pointerup', () => setTimeout(() => hydrate(out, draw)), { once: true });
    return;
  }
  const chosen = fields(out).map(changeOf);
  const at = reachable(out).indexOf(document.activeElement as HTMLElement);
  draw();
  for (const [i, field] of fields(out).entries()) chosen[i]?.(field);
  if (at >= 0) reachable(out)[at]?.focus();
}

/** What the keyboard reaches: of a chart from the build, the one that fits the window. */
const reachable = (out: HTMLElement): HTMLElement[] =>
  [...out.querySelectorAll<HTMLElement>(focusable)].filter((node) => node.getClientRects().length > 0);

type Field = HTMLInputElement | HTMLSelectElement;

const fields = (out: HTMLElement): Field[] => [...out.querySelectorAll<Field>('.ctl input,.ctl select')];

/** What the reader chose in a field, to be chosen again in another; null when nothing was. */
function changeOf(field: Field): ((other: Field) => void) | null {
  if (field instanceof HTMLSelectElement) {
    const { selectedIndex } = field;
    if (field.options[selectedIndex]?.defaultSelected) return null;
    return (other) => again(other, () => ((other as HTMLSelectElement).selectedIndex = selectedIndex));
  }
  const { value, checked, defaultValue, defaultChecked } = field;
  if (value === defaultValue && checked === defaultChecked) return null;
  return (other) => again(other, () => Object.assign(other, { value, checked }));
}

function again(field: Field, choose: () => void): void {
  choose();
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
