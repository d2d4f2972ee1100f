import type { MarkupNode } from '../protocol.ts';

/** What an element needs of its document. */
export interface Owner {
  createTextNode(text: unknown): VirtualText;
}

export class VirtualText {
  readonly nodeType = 3;
  readonly ownerDocument: Owner;
  parentNode: VirtualElement | null = null;
  textContent: string;

  constructor(ownerDocument: Owner, text: string) {
    this.ownerDocument = ownerDocument;
    this.textContent = text;
  }

  cloneNode(): VirtualText {
    return new VirtualText(this.ownerDocument, this.textContent);
  }

  remove(): void {
    this.parentNode?.removeChild(this);
  }

  toTree(): MarkupNode {
    return this.textContent;
  }
}

export type VirtualNode = VirtualElement | VirtualText;

export class VirtualElement {
  readonly nodeType = 1;
  readonly ownerDocument: Owner;
  readonly namespaceURI: string;
  readonly localName: string;
  readonly attributes = new Map<string, string>();
  readonly childNodes: VirtualNode[] = [];
  readonly style: VirtualStyle;
  parentNode: VirtualElement | null = null;
  /** Nothing here is ever attached to a page. */
  readonly isConnected = false;

  constructor(ownerDocument: Owner, namespaceURI: string, localName: string) {
    this.ownerDocument = ownerDocument;
    this.namespaceURI = namespaceURI;
    this.localName = localName;
    this.style = virtualStyle(this);
  }

  get tagName(): string {
    return this.localName;
  }
  get nodeName(): string {
    return this.localName;
  }
  get children(): VirtualElement[] {
    return this.childNodes.filter((node) => node instanceof VirtualElement);
  }
  get firstChild(): VirtualNode | null {
    return this.childNodes[0] ?? null;
  }
  get lastChild(): VirtualNode | null {
    return this.childNodes.at(-1) ?? null;
  }
  get nextSibling(): VirtualNode | null {
    const siblings = this.parentNode?.childNodes;
    return siblings?.[siblings.indexOf(this) + 1] ?? null;
  }
  get parentElement(): VirtualElement | null {
    return this.parentNode;
  }
  get ownerSVGElement(): VirtualElement | null {
    for (let at = this.parentNode; at; at = at.parentNode) if (at.localName === 'svg') return at;
    return null;
  }
  get textContent(): string {
    return this.childNodes.map((node) => node.textContent).join('');
  }
  set textContent(text: string) {
    this.replaceChildren();
    if (text !== '') this.appendChild(this.ownerDocument.createTextNode(text));
  }
  get className(): string {
    return this.getAttribute('class') ?? '';
  }
  set className(text: string) {
    this.setAttribute('class', text);
  }
  get id(): string {
    return this.getAttribute('id') ?? '';
  }
  set id(text: string) {
    this.setAttribute('id', text);
  }

  setAttribute(name: string, value: unknown): void {
    this.attributes.set(name, String(value));
  }
  setAttributeNS(_space: string | null, name: string, value: unknown): void {
    this.setAttribute(name, value);
  }
  getAttribute(name: string): string | null {
    return this.attributes.get(name) ?? null;
  }
  getAttributeNS(_space: string | null, name: string): string | null {
    return this.getAttribute(name);
  }
  hasAttribute(name: string): boolean {
    return this.attributes.has(name);
  }
  removeAttribute(name: string): void {
    this.attributes.delete(name);
  }
  removeAttributeNS(_space: string | null, name: string): void {
    this.removeAttribute(name);
  }

  appendChild<T extends VirtualNode>(child: T): T {
    return this.insertBefore(child, null);
  }
  insertBefore<T extends VirtualNode>(child: T, before: VirtualNode | null): T {
    child.remove();
    const at = before ? this.childNodes.indexOf(before) : -1;
    this.childNodes.splice(at < 0 ? this.childNodes.length : at, 0, child);
    child.parentNode = this;
    return child;
  }
  removeChild<T extends VirtualNode>(child: T): T {
    const at = this.childNodes.indexOf(child);
    if (at >= 0) this.childNodes.splice(at, 1);
    child.parentNode = null;
    return child;
  }
  append(...nodes: (VirtualNode | string)[]): void {
    for (const node of nodes) {
      this.appendChild(typeof node === 'string' ? this.ownerDocument.createTextNode(node) : node);
    }
  }
  replaceChildren(...nodes: (VirtualNode | string)[]): void {
    for (const child of [...this.childNodes]) this.removeChild(child);
    this.append(...nodes);
  }
  replaceWith(node: VirtualNode): void {
    this.parentNode?.insertBefore(node, this);
    this.remove();
  }
  remove(): void {
    this.parentNode?.removeChild(this);
  }
  contains(node: VirtualNode): boolean {
    for (let at: VirtualNode | null = node; at; at = at.parentNode) if (at === this) return true;
    return false;
  }
  cloneNode(deep = false): VirtualElement {
    const copy = new VirtualElement(this.ownerDocument, this.namespaceURI, this.localName);
    for (const [name, value] of this.attributes) copy.attributes.set(name, value);
    if (deep) for (const child of this.childNodes) copy.appendChild(child.cloneNode(true));
    return copy;
  }

  /** Selectors of element names and `.class`es with descendants, as in `.tick line`: what drawing code uses. */
  matches(selector: string): boolean {
    const steps = selector.trim().split(/\s+/);
    const last = steps.pop()!;
    const name = last.startsWith('.')
      ? this.className.split(/\s+/).includes(last.slice(1))
      : last === this.localName;
    if (!name && last !== '*') return false;
    if (steps.length === 0) return true;
    for (let at = this.parentNode; at; at = at.parentNode) if (at.matches(steps.join(' '))) return true;
    return false;
  }
  querySelector(selector: string): VirtualElement | null {
    if (selector === ':first-child') return this.children[0] ?? null;
    return this.querySelectorAll(selector)[0] ?? null;
  }
  querySelectorAll(selector: string): VirtualElement[] {
    return this.children.flatMap((child) => [
      ...(child.matches(selector) ? [child] : []),
      ...child.querySelectorAll(selector),
    ]);
  }

  /** Interaction happens in the page; here nobody listens. */
  addEventListener(): void {}
  removeEventListener(): void {}
  dispatchEvent(): boolean {
    return true;
  }

  toTree(): MarkupNode {
    const children = this.childNodes.map((node) => node.toTree());
    return { tag: this.localName, attributes: [...this.attributes], children };
  }
}

/** `element.style`, kept in the `style` attribute; understands both `style.maxWidth = …` and `setProperty`. */
function virtualStyle(element: VirtualElement): VirtualStyle {
  const properties = new Map<string, string>();
  const write = (name: string, value: unknown): void => {
    if (value === null || value === '') properties.delete(name);
    else properties.set(name, String(value));
    const text = [...properties].map(([key, item]) => `${key}: ${item};`).join(' ');
    if (text) element.attributes.set('style', text);
    else element.attributes.delete('style');
  };
  const style: VirtualStyle = {
    getPropertyValue: (name) => properties.get(name) ?? '',
    setProperty: write,
    removeProperty: (name) => write(name, null),
  };
  return new Proxy(style, {
    set(_target, name, value) {
      write(
        String(name).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
        value,
      );
      return true;
    },
  });
}

export interface VirtualStyle {
  getPropertyValue(name: string): string;
  setProperty(name: string, value: unknown): void;
  removeProperty(name: string): void;
}
