// Workers take these too. A worker is one file, so that nothing here may load a module later.

/** How the id of a reader's function begins, in settings and links. */
export const ownPrefix = 'own_';

/** Where the device keeps the reader's functions. */
export const ownKey = 'nonlinear/functions';

/** Whether a value of a setting names a function of the reader's, known here or not. */
export const isOwnId = (value: unknown): value is string =>
  typeof value === 'string' && value.startsWith(ownPrefix);
