/**
 * Makes the content of an element equal to a list of nodes by changing what differs and keeping the rest. A drawing
 * that is redrawn while a slider moves keeps most of its elements: the browser then lays out and paints only those
 * that changed. The nodes are used up.
 */
export function morphChildren(from: ParentNode & Node, wanted: readonly Node[]): void {
  const present = [...from.childNodes];
  wanted.forEach((node, i) => {
    const old = present[i];
    if (!old) from.appendChild(node);
    else if (!morph(old, node)) from.replaceChild(node, old);
  });
  for (const old of present.slice(wanted.length)) old.remove();
}

/** Makes one node equal to another of the same kind; says whether it could. */
function morph(from: Node, to: Node): boolean {
  if (from.isEqualNode(to)) return true;
  if (from.nodeName !== to.nodeName || from.nodeType !== to.nodeType) return false;
  if (isElement(from) && isElement(to)) {
    copyAttributes(from, to);
    morphChildren(from, [...to.childNodes]);
  } else if (from.nodeValue !== to.nodeValue) from.nodeValue = to.nodeValue;
  return true;
}

function copyAttributes(from: Element, to: Element): void {
  const present = from.attributes;
  const wanted = to.attributes;
  for (let i = 0; i < wanted.length; i++) {
    const { name, value } = wanted[i]!;
    // Two drawings by the same hand name their attributes in the same order, where the browser finds them fastest.
    const old = present[i]?.name === name ? present[i]!.value : from.getAttribute(name);
    if (old !== value) from.setAttribute(name, value);
  }
  if (from.attributes.length === wanted.length) return;
  for (const { name } of [...from.attributes]) if (!to.hasAttribute(name)) from.removeAttribute(name);
}

const isElement = (node: Node): node is Element => node.nodeType === 1;
