import type { KernelOptions } from '../protocol.ts';

/**
 * The frame's whole script: takes one message from its parent, starts the worker from the text in it and hands the
 * port on. It hears nothing afterwards, and nothing but this ever runs in the frame. Changing a character changes
 * `frameScriptHash`, which a test compares.
 */
export const frameScript =
  "addEventListener('message',function start(e){if(e.source!==parent||!e.ports[0])return;" +
  "removeEventListener('message',start);" +
  "new Worker(URL.createObjectURL(new Blob([e.data.kernel],{type:'text/javascript'}))).postMessage(e.data.options,[e.ports[0]])})";

/** SHA-256 of `frameScript` as a Content-Security-Policy source. */
export const frameScriptHash = "'sha256-wiCMJN0wDuQ9t0+1RyTvyvX/BnlyTAA8VAQzH/eJCmk='";

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
  const loaded = new Promise((resolve) => {
    element.onload = resolve;
  });
  document.body.append(element);
  const started = Promise.all([kernel, loaded]).then(([text]) =>
    element.contentWindow?.postMessage({ kernel: text, options }, '*', [port2]),
  );
  // A frame that nobody takes has nobody to tell.
  started.catch(() => undefined);
  return { element, port: port1, started };
}
