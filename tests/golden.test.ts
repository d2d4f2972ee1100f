import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bakedWidths, frameAt } from '../src/figure/panels.ts';
import { serverDocument } from '../src/figure/serverDocument.ts';
import { defaults } from '../src/figure/settings.ts';
import type { AnyWidget } from '../src/figure/widget.ts';

const modules = import.meta.glob<{ default: AnyWidget }>('../components/*/widget.ts', { eager: true });
const widgets = Object.values(modules).map((module) => module.default);

// After a change that was meant: npm run unit -- tests/golden -u, and look at the difference before committing it.
describe.each(widgets.map((widget) => [widget.tag, widget] as const))('%s', (tag, widget) => {
  const widths = bakedWidths[widget.layout].map(({ width }) => width);

  test.each([Math.min(...widths), Math.max(...widths)])(
    'draws the reviewed picture at %d px',
    async (width) => {
      const result = await widget.compute(defaults(widget.controls));
      const panels = widget.draw(result, frameAt(serverDocument(), 'golden', width));
      const drawn = panels.map(({ key, svg }) => `<!-- ${key} -->\n${tidy(svg.outerHTML)}`).join('\n');
      await expect(drawn).toMatchFileSnapshot(`golden/${tag}-${width}.svg`);
    },
  );
});

test('every golden file belongs to a figure', () => {
  const tags = widgets.map(({ tag }) => tag);
  const orphans = readdirSync('tests/golden').filter(
    (file) => !tags.includes(file.replace(/-\d+\.svg$/, '')),
  );
  expect(orphans).toEqual([]);
  expect(tags.length).toBeGreaterThan(0);
});

/** One element per line and at most one decimal, so that a difference shows what moved and noise shows nothing. */
function tidy(svg: string): string {
  const rounded = svg.replace(/-?\d+\.\d+(?:e-?\d+)?/g, (number) =>
    String(Number(Number(number).toFixed(1)) + 0),
  );
  return `${rounded.replaceAll('><', '>\n<')}\n`;
}
