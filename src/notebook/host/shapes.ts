/** The few shapes that all messages are made of. */
export type Unknown = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Unknown => typeof value === 'object' && value !== null;

export const isText = (value: unknown): value is string => typeof value === 'string';

/** A whole number from 0. */
export const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0;

/** A cell's name. */
export const isId = (value: unknown): value is string => isText(value) && /^[\w-]{1,80}$/.test(value);

export const isList = <T>(value: unknown, test: (item: unknown) => item is T): value is readonly T[] =>
  Array.isArray(value) && value.every((item) => test(item));
