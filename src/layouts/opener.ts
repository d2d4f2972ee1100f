/** The id of a page's opener: nothing is painted until it is there whole, since its note moves what is painted before it. */
export const openerId = 'opener';
