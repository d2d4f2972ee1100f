/** A text cut to at most `most` characters, with an ellipsis; a reader's name for a function may be as long as a line. */
export const fitted = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
