import type { Control, ControlValue } from '../protocol.ts';
import { element } from './element.ts';

/** A drawn control. `set` shows a value that came from the kernel, unless the reader is at the control. */
export interface DrawnControl {
  readonly node: HTMLElement;
  set(value: ControlValue): void;
}

type Changed = (value: ControlValue) => void;

let names = 0;

/** A description as native elements with a label, reachable by keyboard and touch. */
export function drawControl(
  document: Document,
  control: Control,
  value: ControlValue,
  changed: Changed,
): DrawnControl {
  switch (control.type) {
    case 'range':
      return drawRange(document, control, value, changed);
    case 'number':
      return drawNumber(document, control, value, changed);
    case 'select':
      return drawSelect(document, control, value, changed);
    case 'radio':
    case 'checkbox':
      return drawChoices(document, control, value, changed);
    case 'toggle':
      return drawToggle(document, control, value, changed);
    case 'text':
      return drawText(document, control, value, changed);
    case 'button':
      return drawButton(document, control, value, changed);
  }
}

/** The description of one type of control; some types share a shape. */
type Of<T extends Control['type']> = Control extends infer C
  ? C extends { type: infer U }
    ? T extends U
      ? C
      : never
    : never
  : never;

/** Numbers as the book prints them. */
const printed = (value: number, unit: string): string =>
  `${String(Number(value.toPrecision(6))).replace('-', '−')}${unit ? ` ${unit}` : ''}`;

const atControl = (node: HTMLElement): boolean => node.ownerDocument.activeElement === node;

function drawRange(
  document: Document,
  control: Of<'range'>,
  value: ControlValue,
  changed: Changed,
): DrawnControl {
  const { label, min, max, step, unit, disabled } = control;
  const input = element(document, 'input', {
    type: 'range',
    min,
    max,
    step: step ?? 'any',
    disabled,
    'aria-label': label || 'value',
  });
  // The slider says its value itself; an output that is live would say it again.
  const output = element(document, 'output', { 'aria-live': 'off' });
  const show = (now: number): void => {
    output.textContent = printed(now, unit);
    input.style.setProperty('--at', `${max > min ? ((now - min) / (max - min)) * 100 : 50}%`);
    input.setAttribute('aria-valuetext', printed(now, unit));
  };
  const set = (next: ControlValue): void => {
    input.setAttribute('value', String(next));
    input.value = String(next);
    show(Number(next));
  };
  set(value);
  input.addEventListener('input', () => {
    show(Number(input.value));
    changed(Number(input.value));
  });
  const lab = element(document, 'span', { class: 'lab' }, element(document, 'span', {}, label), output);
  const node = element(document, 'label', { class: 'ctl range' }, lab, input);
  return { node, set: (next) => void (atControl(input) || set(next)) };
}

function drawNumber(
  document: Document,
  control: Of<'number'>,
  value: ControlValue,
  changed: Changed,
): DrawnControl {
  const { label, min, max, step, unit, disabled } = control;
  const input = element(document, 'input', { type: 'number', min, max, step: step ?? 'any', disabled });
  input.value = String(value);
  input.setAttribute('value', String(value));
  input.addEventListener('input', () => {
    if (input.value !== '' && input.validity.valid) changed(input.valueAsNumber);
  });
  const words = unit ? `${label} (${unit})` : label || 'value';
  const node = element(
    document,
    'label',
    { class: 'ctl' },
    element(document, 'span', { class: 'lab' }, words),
    input,
  );
  return {
    node,
    set(next) {
      if (!atControl(input)) input.value = String(next);
    },
  };
}

const indices = (value: ControlValue): readonly number[] =>
  Array.isArray(value) ? (value as readonly number[]) : [];

function drawSelect(
  document: Document,
  control: Of<'select'>,
  value: ControlValue,
  changed: Changed,
): DrawnControl {
  const { label, options, multiple, disabled } = control;
  const chosen = indices(value);
  const items = options.map((text, i) =>
    element(document, 'option', { value: i, selected: chosen.includes(i) }, text),
  );
  const select = element(document, 'select', { multiple, disabled }, ...items);
  select.addEventListener('change', () =>
    changed([...select.selectedOptions].map((option) => Number(option.value))),
  );
  const box = element(document, 'span', { class: multiple ? '' : 'select' }, select);
  const node = element(
    document,
    'label',
    { class: 'ctl' },
    element(document, 'span', { class: 'lab' }, label || 'choice'),
    box,
  );
  return {
    node,
    set(next) {
      if (atControl(select)) return;
      for (const [i, item] of items.entries()) item.selected = indices(next).includes(i);
    },
  };
}

function drawChoices(
  document: Document,
  control: Of<'select' | 'radio' | 'checkbox'>,
  value: ControlValue,
  changed: Changed,
): DrawnControl {
  const { type, label, options, disabled } = control;
  const name = `cell-choice-${++names}`;
  const chosen = indices(value);
  const inputs = options.map((_, i) =>
    element(document, 'input', { type, name, value: i, disabled, checked: chosen.includes(i) }),
  );
  const answer = (): void => changed(inputs.flatMap((input, i) => (input.checked ? [i] : [])));
  for (const input of inputs) input.addEventListener('change', answer);
  const rows = options.map((text, i) => element(document, 'label', { class: 'check' }, inputs[i]!, text));
  const legend = element(document, 'legend', { class: 'lab' }, label || 'choice');
  const node = element(document, 'fieldset', { class: 'ctl out-choices' }, legend, ...rows);
  return {
    node,
    set(next) {
      if (inputs.some(atControl)) return;
      for (const [i, input] of inputs.entries()) input.checked = indices(next).includes(i);
    },
  };
}

function drawToggle(
  document: Document,
  { label, disabled }: Of<'toggle'>,
  value: ControlValue,
  changed: Changed,
): DrawnControl {
  const input = element(document, 'input', { type: 'checkbox', disabled, checked: value === true });
  input.addEventListener('change', () => changed(input.checked));
  const node = element(document, 'label', { class: 'ctl check' }, input, label || 'on');
  return {
    node,
    set(next) {
      if (!atControl(input)) input.checked = next === true;
    },
  };
}

function drawText(
  document: Document,
  control: Of<'text'>,
  value: ControlValue,
  changed: Changed,
): DrawnControl {
  const { label, placeholder, disabled } = control;
  const input = element(document, 'input', {
    type: 'text',
    placeholder,
    disabled,
    value: String(value),
    spellcheck: 'false',
  });
  input.addEventListener('input', () => changed(input.value));
  const node = element(
    document,
    'label',
    { class: 'ctl' },
    element(document, 'span', { class: 'lab' }, label || 'text'),
    input,
  );
  return {
    node,
    set(next) {
      if (!atControl(input)) input.value = String(next);
    },
  };
}

function drawButton(
  document: Document,
  control: Of<'button'>,
  value: ControlValue,
  changed: Changed,
): DrawnControl {
  const { label, text, disabled } = control;
  let presses = Number(value) || 0;
  const button = element(document, 'button', { type: 'button', class: 'btn', disabled }, text);
  button.addEventListener('click', () => changed(++presses));
  const words = label ? [element(document, 'span', { class: 'lab' }, label)] : [];
  const node = element(document, 'div', { class: 'ctl' }, ...words, button);
  return { node, set: () => undefined };
}
