import { describe, expect, it } from 'vitest';
import { activations } from '../../src/activations/index.ts';
import { bakedWidths, frameAt } from '../../src/figure/panels.ts';
import { serverDocument } from '../../src/figure/serverDocument.ts';
import { draw, read, table } from './figure.ts';
import { walk } from './model.ts';

const weights = { w1: 1.5, b1: -0.2, w2: -2, b2: 0.3 };
const markup = (result: ReturnType<typeof walk>, width: number) =>
  draw(result, frameAt(serverDocument(), 'fig', width))
    .map((panel) => panel.svg.outerHTML)
    .join('');

describe('the drawing of the chain rule', () => {
  it.each(activations.map((a) => a.spec))('stays finite for %s at the ends of the sliders', (spec) => {
    for (const side of [-3, 3]) {
      const far = walk(spec, 'slope', side, { w1: side, b1: side, w2: side, b2: side });
      for (const { width } of bakedWidths.wide) expect(markup(far, width)).not.toMatch(/NaN|undefined/);
    }
  });

  it('shows every number of the worked example', () => {
    const drawn = markup(walk('tanh', 'slope', 0.7, weights), 904);
    for (const number of ['0.85', '0.6911', '−1.0821', '−0.794', '0.3696', '−0.7392', '0.5224', '−0.5792'])
      expect(drawn).toContain(number);
  });

  it('says which rule agrees', () => {
    const [right, wrong] = (['slope', 'value'] as const).map((by) => walk('tanh', by, 0.7, weights));
    expect(read(right!).title).toContain('is what a nudge finds');
    expect(read(wrong!).finding).toContain('= 1.6461. The finite difference is −0.5792.');
    expect(read(walk('relu', 'slope', 0, { w1: 1, b1: 0, w2: 1, b2: 0 })).title).toContain('kink');
    expect(table(right!).rows).toHaveLength(6);
  });
});
