import type { KernelOptions } from '../protocol.ts';

/**
 * The frame's whole script: tells its parent that it listens, takes one message from it, starts the worker from the text
 * in it and hands the port on. It hears nothing afterwards, and nothing but this ever runs in the frame. Changing a character changes
 * `frameScriptHash`, which a test compares.
 */
export const frameScript =
  "addEventListener('message',function start(e){if(e.source!==parent||!e.ports[0])return;" +
  "removeEventListener('message',start);" +
  "new Worker(URL.createObjectURL(new Blob([e.data.kernel],{type:'text/javascript'}))).postMessage(e.data.options,[e.ports[0]])});" +
  "parent.postMessage(0,'*')";

/** SHA-256 of `frameScript` as a Content-Security-Policy source. */
export const frameScriptHash = "'sha256-79WDvP+sBEF73E6dKu8dt3q9ynlHLLhZLgQCzrkJ1Hs='";

/** What the frame and its worker may do: run code they were given, and nothing else. */
export const framePolicy = `default-src 'none'; script-src ${frameScriptHash} 'unsafe-eval' blob:; worker-src blob:`;

/**
 * What a page's own policy must allow, because a `srcdoc` frame inherits it: the strictest of both holds.
 * Evaluation is needed by the worker; no script of the page uses it.
 */
export const pageSources = {
  'script-src': [frameScriptHash, "'unsafe-eval'", 'blob:'],
  'worker-src': ['blob:'],
} as const;

const source = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${framePolicy}"><script>${frameScript}</script>`;

export interface Frame {
  readonly element: HTMLIFrameElement;
  readonly port: MessagePort;
  /** Rejects when the kernel's text does not arrive. */
  readonly started: Promise<void>;
}

/** Opens a sandboxed frame of opaque origin with the kernel's worker in it; it says `ready` over the port. */
export function openFrame(kernel: Promise<string>, options: KernelOptions): Frame {
  const element = document.createElement('iframe');
  element.setAttribute('sandbox', 'allow-scripts');
  element.setAttribute('referrerpolicy', 'no-referrer');
  element.setAttribute('aria-hidden', 'true');
  element.title = 'Where the code of the cells runs';
  element.tabIndex = -1;
  element.hidden = true;
  element.srcdoc = source;
  const { port1, port2 } = new MessageChannel();
  // The origin is opaque, so there is no name to post to; the frame holds our script and nothing else.
  // The frame opens while the kernel's text is still on its way.
  const listens = listening(element);
  document.body.append(element);
  const started = Promise.all([kernel, listens]).then(([text]) =>
    element.contentWindow?.postMessage({ kernel: text, options }, '*', [port2]),
  );
  // A frame that nobody takes has nobody to tell.
  started.catch(() => undefined);
  return { element, port: port1, started };
}

/**
 * Resolves when the frame's script listens. A frame's `load` is no sign of it: it may come for the empty document that
 * stands there first, and what is posted then is lost.
 */
function listening(element: HTMLIFrameElement): Promise<void> {
  return new Promise((resolve) => {
    const hear = ({ source }: MessageEvent): void => {
      const own = source === element.contentWindow;
      if (own) resolve();
      if (own || !element.isConnected) removeEventListener('message', hear);
    };
    addEventListener('message', hear);
  });
}
