/** A whole number as the book writes it: from five digits on, narrow spaces that never break set the thousands apart. */
export const wholeNumber = (n: number): string =>
  Math.abs(n).toFixed(0).length < 5 ? n.toFixed(0) : n.toFixed(0).replace(/\B(?=(\d{3})+$)/g, '\u202f');
