/** The most lines a source file may have. */
export const longestFile = 250;

/** Files that are longer, each with the reason it is better whole. */
export const longFiles: Readonly<Record<string, string>> = {};
