type Attributes = Readonly<Record<string, string | number | boolean | null>>;

/** An HTML element with attributes (`true` stands alone, `false` and `null` are left out) and children. */
export function element<K extends keyof HTMLElementTagNameMap>(
  document: Document,
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== null) made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children);
  return made;
}
