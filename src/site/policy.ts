import { createHash } from 'node:crypto';

/**
 * What a page of the book may load: itself, and nothing else.
 *
 * - Scripts come from files, or are inline with a hash given here. `wasm-unsafe-eval` lets workers compile the
 *   network kernels; it does not allow JavaScript `eval`.
 * - Styles may be inline: KaTeX and the figures' SVG place their parts with `style` attributes.
 * - `frame-src` is where the notebook's sandbox frame is let in. A `srcdoc` or `blob:` frame inherits this policy
 *   (no `eval` in it); a frame that needs another policy must be a file of the site with a policy of its own.
 *
 * @param inlineScripts exact texts of the inline scripts on the page
 */
export function contentSecurityPolicy(inlineScripts: readonly string[]): string {
  const hashes = inlineScripts.map(
    (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
  return [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...hashes].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "frame-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
