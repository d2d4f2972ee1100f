import { describe, expect, it } from 'vitest';
import { announceOwn, ownFunction } from '../../src/figure/ownFunctions.ts';
import { bakedWidths, frameAt } from '../../src/figure/panels.ts';
import { serverDocument } from '../../src/figure/serverDocument.ts';
import type { Cell } from './cell.ts';
import { draw, table } from './figure.ts';
import { counted, spikeRate } from './model.ts';
import { read } from './words.ts';

const calm: Cell = { tau: 20, refractory: 2, noise: 0, seed: 1 };
const extremes: readonly Cell[] = [
  { tau: 5, refractory: 0, noise: 1, seed: 999_999 },
  { tau: 50, refractory: 10, noise: 0, seed: 1 },
];

describe('the drawing of the spiking cell', () => {
  it('stays finite at the ends of the sliders', () => {
    for (const cell of extremes) {
      for (const input of [0, 10]) {
        for (const { width } of bakedWidths.text) {
          const drawn = draw(spikeRate(input, cell), frameAt(serverDocument(), 'fig', width));
          expect(drawn.map((p) => p.svg.outerHTML).join('')).not.toMatch(/NaN|Infinity|undefined/);
        }
      }
    }
  });

  it('marks one stroke per spike in the first quarter of the second', () => {
    const result = spikeRate(2, calm);
    const [, train] = draw(result, frameAt(serverDocument(), 'fig', 600));
    const early = result.run.spikes.filter((t) => t <= 250).length;
    expect(train!.svg.innerHTML).toContain(`each of ${early} spikes`);
    expect(
      train!.svg.querySelectorAll('line[stroke-width="1.75"], g[stroke-width="1.75"] line'),
    ).toHaveLength(early);
  });

  it('says how often the cell fires, and what no input can exceed', () => {
    const { finding } = read(spikeRate(2, calm));
    expect(finding).toContain('holds 63 spikes; the exact rate without noise is 63.04 per second');
    expect(finding).toContain('past 500');
    expect(read(spikeRate(2, { ...calm, refractory: 0 })).finding).not.toContain('past');
    expect(read(spikeRate(2, { ...calm, noise: 0.2 })).title).toContain('Noise');
  });

  it('says how far the chosen function stays from the curve, and which of the reader’s are not there', () => {
    expect(read(spikeRate(2, calm)).finding).toMatch(
      /past 500\. ReLU at its best height misses the curve by 24\.8\.$/,
    );
    const formulas = ['x', '2x', '3x', '4x', '5x', 'sqrt(x)'];
    const leave = formulas.map((formula, i) => announceOwn(ownFunction(`own ${i}`, formula)));
    expect(read(spikeRate(2, calm, 'tanh')).finding).toMatch(
      /tanh at its best .* “own 5” has no curve here: .* Of yours not shown until chosen: “own 0”, “own 1”, “own 2”\.$/,
    );
    for (const end of leave) end();
  });

  it('lists a row per counted input', () => {
    expect(table(spikeRate(2, calm)).rows).toHaveLength(counted.length);
  });
});
