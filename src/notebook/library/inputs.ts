import type { Control, ControlValue } from '../protocol.ts';

/**
 * A control, described: `Inputs.range([0, 1])` and its kin. The page draws it; `view(input)` follows its value.
 * `decode` turns what the page sends into a value, or throws RangeError.
 */
export class Input<T> {
  readonly description: Control;
  /** The value as the page knows it. */
  state: ControlValue;
  value: T;
  private readonly decode: (state: ControlValue, previous: T) => T;
  private readonly listeners = new Set<() => void>();

  constructor(
    description: Control,
    state: ControlValue,
    decode: (state: ControlValue, previous: T) => T,
    value?: T,
  ) {
    this.description = description;
    this.state = state;
    this.decode = decode;
    this.value = value === undefined ? decode(state, undefined as T) : value;
  }

  /** Takes a value that the page sent. */
  receive(state: ControlValue): void {
    this.value = this.decode(state, this.value);
    this.state = state;
    for (const listener of this.listeners) listener();
  }

  /** Calls back after each change; the answer ends it. */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

interface Labelled {
  readonly label?: string;
  readonly disabled?: boolean;
}

const labels = ({ label, disabled }: Labelled) => ({
  label: String(label ?? ''),
  disabled: disabled === true,
});

function finite(value: unknown, what: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new TypeError(`invalid ${what}: ${String(value)}; expected a finite number`);
  }
  return value;
}

export interface NumberOptions extends Labelled {
  readonly value?: number;
  readonly step?: number;
  /** Written after the number. */
  readonly unit?: string;
}

function numeric(
  type: 'range' | 'number',
  extent: readonly [number, number],
  options: NumberOptions,
): Input<number> {
  if (!Array.isArray(extent)) throw new TypeError(`invalid extent: ${String(extent)}; expected [min, max]`);
  const [min, max] = [finite(extent[0], 'min'), finite(extent[1], 'max')];
  if (min > max) throw new RangeError(`invalid extent: [${min}, ${max}]; expected min ≤ max`);
  const step = options.step === undefined ? null : finite(options.step, 'step');
  if (step !== null && step <= 0) throw new RangeError(`invalid step: ${step}; expected a positive number`);
  const clamp = (value: unknown): number => Math.min(max, Math.max(min, finite(value, 'value')));
  const description = { type, ...labels(options), min, max, step, unit: String(options.unit ?? '') };
  const start = options.value === undefined ? middle(min, max, step) : clamp(options.value);
  return new Input<number>(description, start, clamp);
}

const middle = (min: number, max: number, step: number | null): number =>
  step === null ? (min + max) / 2 : min + Math.round((max - min) / 2 / step) * step;

/** A slider over [min, max]; starts in the middle. */
const range = (extent: readonly [number, number] = [0, 1], options: NumberOptions = {}): Input<number> =>
  numeric('range', extent, options);

/** A field for a number in [min, max]; `Inputs.number({…})` has no bounds. */
function number(
  extent: readonly [number, number] | NumberOptions = [-1e12, 1e12],
  options: NumberOptions = {},
): Input<number> {
  if (Array.isArray(extent))
    return numeric('number', extent as unknown as readonly [number, number], options);
  return numeric('number', [-1e12, 1e12], { value: 0, ...(extent as NumberOptions) });
}

export interface ChoiceOptions<T> extends Labelled {
  readonly value?: T;
  readonly format?: (option: T) => string;
}

type Choices<T> = readonly T[] | ReadonlyMap<string, T>;

const mostChoices = 500;

function choices<T>(options: Choices<T>, format?: (option: T) => string): { names: string[]; values: T[] } {
  const entries: (readonly [string, T])[] =
    options instanceof Map
      ? [...options.entries()]
      : Array.from(
          options as readonly T[],
          (value) => [String(format ? format(value) : value), value] as const,
        );
  if (entries.length === 0) throw new RangeError('invalid options: none; expected at least one');
  if (entries.length > mostChoices) {
    throw new RangeError(`invalid options: ${entries.length}; expected at most ${mostChoices}`);
  }
  return { names: entries.map(([name]) => name), values: entries.map(([, value]) => value) };
}

function indices(state: ControlValue, count: number): number[] {
  const list: readonly unknown[] = Array.isArray(state) ? state : [];
  if (!list.every((i) => Number.isInteger(i) && (i as number) >= 0 && (i as number) < count)) {
    throw new RangeError(`invalid choice: ${list}; expected indices below ${count}`);
  }
  return list as number[];
}

function choose<T>(type: 'select' | 'radio', options: Choices<T>, settings: ChoiceOptions<T>): Input<T> {
  const { names, values } = choices(options, settings.format);
  const at = settings.value === undefined ? -1 : values.indexOf(settings.value);
  // A radio group may start with no choice; a menu always shows one.
  const start = at >= 0 ? [at] : type === 'select' ? [0] : [];
  const description = { type, ...labels(settings), options: names, multiple: false };
  return new Input<T>(description, start, (state) => values[indices(state, values.length)[0] ?? -1] as T);
}

export interface ManyOptions<T> extends Labelled {
  readonly value?: readonly T[];
  readonly format?: (option: T) => string;
}

function chooseMany<T>(
  type: 'select' | 'checkbox',
  options: Choices<T>,
  settings: ManyOptions<T>,
): Input<T[]> {
  const { names, values } = choices(options, settings.format);
  const chosen = settings.value ?? [];
  const start = values.flatMap((value, i) => (chosen.includes(value) ? [i] : []));
  const description = { type, ...labels(settings), options: names, multiple: true };
  return new Input<T[]>(description, start, (state) => indices(state, values.length).map((i) => values[i]!));
}

/** A menu; with `multiple: true` the value is a list. */
function select<T>(options: Choices<T>, settings: ManyOptions<T> & { readonly multiple: true }): Input<T[]>;
function select<T>(
  options: Choices<T>,
  settings?: ChoiceOptions<T> & { readonly multiple?: false },
): Input<T>;
function select<T>(
  options: Choices<T>,
  settings: { readonly multiple?: boolean } = {},
): Input<T> | Input<T[]> {
  return settings.multiple === true
    ? chooseMany('select', options, settings as ManyOptions<T>)
    : choose('select', options, settings as ChoiceOptions<T>);
}

/** One of several, all in sight. */
const radio = <T>(options: Choices<T>, settings: ChoiceOptions<T> = {}): Input<T> =>
  choose('radio', options, settings);

/** Any of several; the value is a list. */
const checkbox = <T>(options: Choices<T>, settings: ManyOptions<T> = {}): Input<T[]> =>
  chooseMany('checkbox', options, settings);

/** On or off. */
const toggle = (options: Labelled & { readonly value?: boolean } = {}): Input<boolean> =>
  new Input<boolean>(
    { type: 'toggle', ...labels(options) },
    options.value === true,
    (state) => state === true,
  );

/** A line of text. */
const text = (
  options: Labelled & { readonly value?: string; readonly placeholder?: string } = {},
): Input<string> =>
  new Input<string>(
    { type: 'text', ...labels(options), placeholder: String(options.placeholder ?? '') },
    String(options.value ?? ''),
    (state) => String(state).slice(0, 10_000),
  );

export interface ButtonOptions<T> extends Labelled {
  readonly value?: T;
  /** The next value after a press; the number of presses when left out. */
  readonly reduce?: (value: T) => T;
}

/** A button; the value changes with each press. */
function button<T = number>(content = 'Run', options: ButtonOptions<T> = {}): Input<T> {
  const { value = 0 as T, reduce = (n: T) => ((n as number) + 1) as T } = options;
  const description = { type: 'button', ...labels(options), text: String(content) } as const;
  return new Input<T>(description, 0, (_, previous) => reduce(previous), value);
}

export const controls = { range, number, select, radio, checkbox, toggle, text, button };
