import { findActivation } from '../activations/index.ts';

interface Labelled {
  /** What the reader sees beside the control. */
  readonly label: string;
  /** One sentence more, for those who want to know; also read to screen readers. */
  readonly hint?: string;
  /** Controls of one group stand together under this name. */
  readonly group?: string;
  /** Whether the control has a meaning now; a control that has none is not shown, and keeps its value. */
  readonly when?: (settings: Readonly<Record<string, SettingValue>>) => boolean;
}

/** A number on a slider, in [min, max], snapped to `step`. */
export interface RangeControl extends Labelled {
  readonly kind: 'range';
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly default: number;
  /** Written after the value, with a thin space: `ms`, `Hz`. */
  readonly unit?: string;
  /** Text of the value; default: the number with the decimals of `step` and a true minus sign. */
  readonly format?: (value: number) => string;
  /** Landmarks under the track where a value has a name. */
  readonly marks?: readonly { readonly value: number; readonly label: string }[];
  /** Slider positions spread as log10 of the value; `min` must be positive. `step` then counts decades. */
  readonly log?: boolean;
  /** The seeds that a count of random networks stands for: see `seedText`. */
  readonly seeds?: (value: number) => string;
}

export interface SelectControl extends Labelled {
  readonly kind: 'select';
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly default: string;
}

/** A picker of activation functions; the value is a spec such as `leaky_relu(negativeSlope=0.2)`. */
export interface ActivationControl extends Labelled {
  readonly kind: 'activation';
  readonly default: string;
  /** Specs on offer; default: every scalar function of the book. The reader's own always follow. */
  readonly options?: readonly string[];
}

export interface ToggleControl extends Labelled {
  readonly kind: 'toggle';
  readonly default: boolean;
}

/** A seed in 1…999999, with a button that draws the next one. */
export interface SeedControl extends Labelled {
  readonly kind: 'seed';
  readonly default: number;
  /** The seed in words, where it stands for several; default: the label and the number. See `seedText`. */
  readonly seeds?: (value: number) => string;
}

/** A number set by direct manipulation (dragging in the picture), in [min, max]; part of the link, no visible control. */
export interface HiddenControl extends Labelled {
  readonly kind: 'hidden';
  readonly min: number;
  readonly max: number;
  readonly default: number;
}

/** A text that the widget's own view lets the reader type; part of the link, no control of the frame. */
export interface TextControl extends Labelled {
  readonly kind: 'text';
  readonly default: string;
  /** What is wrong with a text, as what was expected instead; null when it can be used. */
  readonly refuse: (text: string) => string | null;
}

/** One thing a reader may set. */
export type Control =
  | RangeControl
  | SelectControl
  | ActivationControl
  | ToggleControl
  | SeedControl
  | HiddenControl
  | TextControl;

export type Controls = Readonly<Record<string, Control>>;

type ValueOf<C extends Control> = C extends ToggleControl
  ? boolean
  : C extends SelectControl | ActivationControl | TextControl
    ? string
    : number;

/** The values of a set of controls, each of the type its control gives. */
export type Settings<C extends Controls> = { readonly [K in keyof C]: ValueOf<C[K]> };

export type SettingValue = number | string | boolean;

/** The settings a widget starts from. */
export function defaults<C extends Controls>(controls: C): Settings<C> {
  return Object.fromEntries(Object.entries(controls).map(([name, c]) => [name, c.default])) as Settings<C>;
}

/** What a value was refused for: a sentence that names the value and what was expected. */
export class SettingError extends Error {
  override name = 'SettingError';
}

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? `“${value}”` : String(value);
  return text.length > 40 ? `${text.slice(0, 38)}…` : text;
};

const refuse = (control: Control, value: unknown, expected: string): never => {
  throw new SettingError(`${control.label}: ${shown(value)} is not possible; expected ${expected}`);
};

function checkNumber(control: RangeControl | SeedControl | HiddenControl, value: unknown): number {
  const { min, max } = control.kind === 'seed' ? { min: 1, max: 999_999 } : control;
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !(number >= min && number <= max)) {
    return refuse(control, value, `a number from ${min} to ${max}`.replaceAll('-', '−'));
  }
  return control.kind === 'seed' ? Math.round(number) : number;
}

function checkActivation(control: ActivationControl, value: unknown): string {
  try {
    return findActivation(String(value)).spec;
  } catch {
    return refuse(control, value, 'the name of a function of this book');
  }
}

/**
 * Checks a value from outside (a link, an author's prop, a form) against its control.
 * @throws SettingError with a sentence for the reader.
 */
export function checkSetting(control: Control, value: unknown): SettingValue {
  switch (control.kind) {
    case 'range':
    case 'seed':
    case 'hidden':
      return checkNumber(control, value);
    case 'toggle':
      if (value === true || value === 'true' || value === '1') return true;
      if (value === false || value === 'false' || value === '0') return false;
      return refuse(control, value, 'true or false');
    case 'select': {
      const names = control.options.map((o) => o.value);
      return names.includes(String(value)) ? String(value) : refuse(control, value, names.join(', '));
    }
    case 'activation':
      return checkActivation(control, value);
    case 'text': {
      const expected = control.refuse(String(value));
      return expected === null ? String(value) : refuse(control, value, expected);
    }
  }
}

/** The text of a number beside its control: decimals of `step`, a true minus sign, the unit. */
export function formatRange(control: RangeControl, value: number): string {
  if (control.format) return control.format(value);
  const decimals = control.log ? 2 : (String(control.step).split('.')[1]?.length ?? 0);
  const text = control.log ? Number(value.toPrecision(2)).toString() : value.toFixed(decimals);
  return text.replace('-', '−') + (control.unit ? `\u202f${control.unit}` : '');
}
