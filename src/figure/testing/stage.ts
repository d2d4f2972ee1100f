import { options, render } from 'preact';
import { afterEach, beforeEach, vi } from 'vitest';
import { serverDocument } from '../serverDocument.ts';

/**
 * A fresh element before each test of a file, in a document without a window, under a clock that the test moves on: Preact
 * draws at once, and effects run when the clock goes on.
 */
export function stage(): { readonly root: HTMLElement } {
  let root: HTMLElement;
  beforeEach(() => {
    vi.useFakeTimers();
    const document = serverDocument();
    vi.stubGlobal('document', document);
    root = document.createElement('figure');
    options.debounceRendering = (draw) => draw();
    options.requestAnimationFrame = (effects) => setTimeout(effects, 0);
  });
  afterEach(() => {
    render(null, root);
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  return {
    get root() {
      return root;
    },
  };
}
