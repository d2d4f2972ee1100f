/** The most lines a source file may have. */
export const longestFile = 250;

/** Files that are longer, each with the reason it is better whole. */
export const longFiles: Readonly<Record<string, string>> = {
  'src/styles/katex.css': 'rules of another project, kept in its order so that a new version can be compared',
  'src/styles/tokens.css': 'every value of the look with its measured contrast, one page to search',
};
