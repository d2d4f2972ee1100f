import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { chapterPaths } from '../site/pages.ts';

/** The look of a card, in the book's own variables and fonts: text at the left, the page's first picture at the right. */
const look = `
  html, body { margin: 0; width: 1200px; height: 630px; overflow: hidden; background: var(--paper); }
  .card { position: absolute; inset: 0; box-sizing: border-box; padding: 64px 72px; display: flex; gap: 56px; }
  .card-text { display: flex; flex-direction: column; flex: 1 1 0; min-width: 0; }
  .card-text svg { height: 44px; width: auto; align-self: flex-start; }
  .card h1 { font: 500 68px/1.1 var(--serif); margin: auto 0 24px; color: var(--ink); text-wrap: balance; }
  .card p { font: 400 28px/1.42 var(--serif); margin: 0; color: var(--ink-2); text-wrap: pretty; }
  .card-picture { flex: 0 0 460px; align-self: center; }
  .card-picture svg { width: 460px; height: auto; display: block; }
  .card:not(:has(.card-picture svg)) .card-picture { display: none; }
`;

/** Draws one picture of 1200 × 630 px per page: `0.png` for the cover, `1.png` … for the chapters. */
export async function drawCards(browser: Browser, address: string, folder: string): Promise<void> {
  const page = await browser.newPage({
    viewport: { width: 1200, height: 630 },
    colorScheme: 'light',
    bypassCSP: true,
  });
  for (const [number, path] of ['/', ...chapterPaths('dist')].entries()) {
    const file = join(folder, `${number}.png`);
    await page.goto(`${address}${path}`, { waitUntil: 'networkidle' });
    await turnIntoCard(page);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: file });
    console.log(file);
  }
  await page.close();
}

async function turnIntoCard(page: Page): Promise<void> {
  await page.evaluate(() => {
    const make = (tag: string, className: string, ...inside: (Node | string)[]): HTMLElement => {
      const element = Object.assign(document.createElement(tag), { className });
      element.append(...inside);
      return element;
    };
    const textOf = (selector: string): string => document.querySelector(selector)?.textContent?.trim() ?? '';
    const wordmark = document.querySelector('header svg, h1 svg, .wordmark svg')?.cloneNode(true);
    const pictures = [...document.querySelectorAll('[data-widget] .panels svg[role="img"]')];
    const picture = pictures.find((svg) => svg.closest('.at-narrow'))?.cloneNode(true);
    const isCover = location.pathname === '/';
    const title = isCover ? textOf('.promise') : textOf('h1');
    const lead = isCover ? textOf('.promise + p') : textOf('.standfirst');
    const text = make('div', 'card-text', wordmark ?? '', make('h1', '', title), make('p', '', lead));
    document.body.replaceChildren(make('div', 'card', text, make('div', 'card-picture', picture ?? '')));
  });
  await page.addStyleTag({ content: look });
}
