/** A numbered section of a chapter. */
export interface Section {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

/** Everything a chapter can be linked at, and what the links say when they bring no words of their own. */
export interface Outline {
  readonly sections: Section[];
  /** Id on the page -> how to name it: `Figure 1.2`, `(1.1)`, `section 1.3`; empty for places without a number. */
  readonly anchors: Map<string, string>;
  /** Keys of the works cited, in order of first citation, with the number of citations. */
  readonly cited: Map<string, number>;
}

export const emptyOutline = (): Outline => ({ sections: [], anchors: new Map(), cited: new Map() });
