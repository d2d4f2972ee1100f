import { VirtualCanvas } from './virtualCanvas.ts';
import { type Owner, VirtualElement, VirtualText } from './virtualElement.ts';

const html = 'http://www.w3.org/1999/xhtml';

/**
 * The little of a document that Observable Plot needs to draw: elements, texts, attributes. Where there is no
 * window, Plot draws into this, and the result crosses to the page as a tree.
 */
export class VirtualDocument implements Owner {
  readonly documentElement: VirtualElement = new VirtualElement(this, html, 'html');
  readonly defaultView = {
    Event: class {},
    getComputedStyle: (element: VirtualElement) => element.style,
  };

  createElementNS(namespace: string, name: string): VirtualElement {
    return new VirtualElement(this, namespace, name);
  }
  createElement(name: string): VirtualElement {
    return name === 'canvas' ? new VirtualCanvas(this, html) : new VirtualElement(this, html, name);
  }
  createTextNode(text: unknown): VirtualText {
    return new VirtualText(this, String(text));
  }
}
