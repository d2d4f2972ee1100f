import { type Driver, until } from './driver.ts';
import type { Ear } from './ear.ts';

const chapter = '1-what-is-an-activation/';
const cell = '[data-cell="neuron"]';
const figure = '[data-controls]:not([data-controls=""])';

/** One step of the journey: what a reader does and sees. It throws when that is not so. */
interface Step {
  readonly name: string;
  readonly go: (browser: Driver, site: string, ear: Ear) => Promise<void>;
}

const q = (text: string): string => JSON.stringify(text);

/**
 * Clicks what a selector finds, once it can be seen and stands still. A narrow page does not lay out what is far away, and
 * what lies above grows when it comes near: a reader does not click what moves either.
 */
async function click(browser: Driver, selector: string): Promise<void> {
  let before = Number.NaN;
  await until(`${selector} is in sight`, async () => {
    const top = await browser.evaluate<number>(`(() => {
      const found = document.querySelector(${q(selector)});
      if (!found?.checkVisibility({ contentVisibilityAuto: true })) found?.scrollIntoView({ block: 'center' });
      return found?.getBoundingClientRect().top ?? -1;
    })()`);
    const isStill = top === before && top >= 0;
    before = top;
    return isStill;
  });
  await browser.click(selector);
}

/** Puts a text in the place of the cell's, the way a paste does, and runs it. */
async function run(browser: Driver, text: string): Promise<void> {
  const holds = (): Promise<boolean> =>
    browser.evaluate(
      `[...document.querySelectorAll(${q(`${cell} .cm-line`)})].map((l) => l.textContent).join('') === ${q(text)}`,
    );
  // An editor that is just putting its own selection back may take a paste at the wrong place; a reader pastes again.
  await until('the editor holds the text', async () => {
    await browser.evaluate(`(() => {
      document.querySelector(${q(`${cell} .cm-content`)}).focus();
      document.execCommand('selectAll');
      document.execCommand('insertText', false, ${q(text)});
    })()`);
    return holds();
  });
  await click(browser, `${cell} [data-act="run"]`);
}

const stateIs = (browser: Driver, state: string): Promise<void> =>
  until(`the cell is ${state}`, () =>
    browser.evaluate(`document.querySelector(${q(cell)}).dataset.state === ${q(state)}`),
  );

const outputIs = (browser: Driver, text: string): Promise<void> =>
  until(`the cell shows ${text}`, () =>
    browser.evaluate(`document.querySelector(${q(`${cell} .out`)}).textContent.includes(${q(text)})`),
  );

/** Ways out that a cell of foreign code would try; `PORT` stands for the ear's. */
const escapes = `const go = globalThis as any; const at = "127.0.0.1:PORT"; let ways = 0;
for (const way of [() => go.fetch("http://" + at), () => import("http://" + at + "/x.js"), () => new go.WebSocket("ws://" + at),
() => go.importScripts("http://" + at), () => new go.EventSource("http://" + at), () => go.navigator.sendBeacon("http://" + at, "x"),
() => { const x = new go.XMLHttpRequest(); x.open("GET", "http://" + at); x.send(); },
() => new go.Worker("http://" + at), () => go.indexedDB.open("x")]) { try { await way(); } catch { ways++; } }
display(html\`<img src="http://127.0.0.1:PORT/x.png">\`); display("tried " + ways);`;

export const journey: readonly Step[] = [
  {
    name: 'chapter 1 opens',
    async go(browser, site) {
      await browser.open(site + chapter);
      await until('there is a heading', () =>
        browser.evaluate(`document.querySelector('h1')?.textContent.trim().length > 0`),
      );
    },
  },
  {
    name: 'a figure moves',
    async go(browser) {
      const range = `document.querySelector(${q(figure)}).querySelector('input[type=range]')`;
      const drawn = `document.querySelector(${q(figure)}).querySelector('svg').outerHTML`;
      // In a narrow window the controls come when their figure comes near.
      await until('the figure has its controls', () =>
        browser.evaluate(`(document.querySelector(${q(figure)}).scrollIntoView(), ${range} !== null)`),
      );
      await click(browser, `${figure} input[type=range]`);
      await until('the figure is live', () =>
        browser.evaluate(`document.querySelector(${q(figure)}).hasAttribute('data-live')`),
      );
      const before = await browser.evaluate<string>(drawn);
      await browser.evaluate(`(() => {
        const range = ${range};
        range.value = range.value === range.max ? range.min : range.max;
        range.dispatchEvent(new Event('input', { bubbles: true }));
        range.dispatchEvent(new Event('change', { bubbles: true }));
      })()`);
      await until('the picture changes', async () => (await browser.evaluate<string>(drawn)) !== before);
    },
  },
  {
    name: 'a cell is edited and run',
    async go(browser) {
      await click(browser, `${cell} [data-act="edit"]`);
      await until('the editor opens', () =>
        browser.evaluate(`document.querySelector(${q(`${cell} .cm-content`)}) !== null`),
      );
      await run(browser, 'const six: number = 6; display("answer " + six * 7)');
      await outputIs(browser, 'answer 42');
    },
  },
  {
    name: 'an error is placed in the reader’s text',
    async go(browser) {
      await run(browser, 'const one: number = 1; sqare(one)');
      await stateIs(browser, 'failed');
      await until('the error names line and column', () =>
        browser.evaluate(`/1:24|column 24/.test(document.querySelector(${q(cell)}).textContent)`),
      );
    },
  },
  {
    name: 'an endless loop is stopped',
    async go(browser) {
      await run(browser, 'while (true);');
      await stateIs(browser, 'running');
      // A short run leaves the bar as it is; the button comes with the first sign that this one is long.
      await until('the button that stops it is there', () =>
        browser.evaluate(`!document.querySelector(${q(`${cell} [data-act="stop"]`)}).hidden`),
      );
      await click(browser, `${cell} [data-act="stop"]`);
      await stateIs(browser, 'stopped');
      await run(browser, 'display("back " + 2)');
      await outputIs(browser, 'back 2');
    },
  },
  {
    name: 'nothing leaves',
    async go(browser, _, ear) {
      await run(browser, escapes.replaceAll('PORT', String(ear.port)).replaceAll('\n', ' '));
      await outputIs(browser, 'tried ');
      const { connections, bytes } = ear.heard();
      if (connections > 0) throw new Error(`${connections} connections and ${bytes} bytes left the page`);
    },
  },
];
