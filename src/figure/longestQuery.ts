/** A query longer than this is refused whole: no link of this book is. */
export const longestQuery = 6000;
