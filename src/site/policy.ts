import { createHash } from 'node:crypto';

/**
 * What a page of the book may load: itself, and nothing else.
 *
 * - Scripts come from files, or are inline with a hash given here. `wasm-unsafe-eval` lets workers compile the
 *   network kernels; it does not allow JavaScript `eval`.
 * - Styles may be inline: KaTeX and the figures' SVG place their parts with `style` attributes.
 * - `frame-src` is where the notebook's sandbox frame is let in. A `srcdoc` frame inherits this policy, so what its
 *   own, stricter policy needs must be allowed here as well, on the pages that have cells.
 *
 * @param inlineScripts exact texts of the inline scripts on the page
 * @param scriptSources what else may be a script, as CSP sources
 */
export function contentSecurityPolicy(
  inlineScripts: readonly string[],
  scriptSources: readonly string[] = [],
): string {
  const hashes = inlineScripts.map(
    (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
  return [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...hashes, ...scriptSources].join(' '),
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
