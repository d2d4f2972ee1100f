import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { pages } from './book.ts';

/** The rules of a page's Content-Security-Policy, each with its sources. */
function policyOf(path: string): Map<string, string[]> {
  const html = readFileSync(`dist${path}${path.endsWith('/') ? 'index.html' : ''}`, 'utf8');
  const text = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(html)?.[1] ?? '';
  const rules = text.replaceAll('&#39;', "'").split('; ');
  return new Map(rules.map((rule) => [rule.split(' ')[0]!, rule.split(' ').slice(1)]));
}

/** Nothing but the page's own files, inline scripts by their hash, and what the kernel's frame inherits. */
const strict = /^'(?:none|self|wasm-unsafe-eval|sha256-[\w+/=]{44})'$/;

for (const path of pages) {
  test(`${path} allows no other origin and no script without a hash`, () => {
    const policy = policyOf(path);
    const html = readFileSync(`dist${path}${path.endsWith('/') ? 'index.html' : ''}`, 'utf8');
    const frame = html.includes('data-cell=') ? ["'unsafe-eval'", 'blob:'] : [];
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('script-src')!.filter((s) => !strict.test(s))).toEqual(frame);
    expect(policy.get('base-uri')).toEqual(["'none'"]);
    expect(policy.get('form-action')).toEqual(["'none'"]);
    for (const [rule, sources] of policy) {
      expect(
        sources.filter((source) => /[./*]|^https?:$/.test(source.replace(strict, ''))),
        rule,
      ).toEqual([]);
    }
  });
}

test('the browser holds a chapter to it: no foreign script runs and nothing is fetched elsewhere', async ({
  page,
}) => {
  await page.goto('/1-what-is-an-activation/', { waitUntil: 'networkidle' });
  const refused = await page.evaluate(async () => {
    const rules = new Set<string>();
    document.addEventListener('securitypolicyviolation', (e) => rules.add(e.effectiveDirective));
    const away = 'https://elsewhere.invalid';
    const markup = document.createElement('div');
    markup.innerHTML = `<img src="${away}/a.png"><p onclick="document.title = 'taken'">x</p>
      <iframe src="${away}/"></iframe><video src="${away}/a.mp4"></video><object data="${away}/a"></object>`;
    const script = document.createElement('script');
    script.textContent = "document.title = 'taken'";
    const file = document.createElement('script');
    file.src = `${away}/a.js`;
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = `${away}/a.css`;
    const font = new FontFace('away', `url(${away}/a.woff2)`);
    document.body.append(markup, script, file, style);
    markup.querySelector('p')!.click();
    await Promise.allSettled([fetch(`${away}/`), font.load(), new Promise((go) => setTimeout(go, 200))]);
    return [...rules].sort();
  });
  expect(refused).toEqual([
    'connect-src',
    'font-src',
    'frame-src',
    'img-src',
    'media-src',
    'object-src',
    'script-src-attr',
    'script-src-elem',
    'style-src-elem',
  ]);
  expect(await page.title()).not.toBe('taken');
});
