import { describe, expect, it } from 'vitest';
import { activations } from '../../src/activations/index.ts';
import { bakedWidths, frameAt } from '../../src/figure/panels.ts';
import { serverDocument } from '../../src/figure/serverDocument.ts';
import { draw, read, table } from './figure.ts';
import { relays } from './model.ts';

const panels = (spec: string, count: number, w: number, b: number, width: number) =>
  draw(relays(spec, count, w, b), frameAt(serverDocument(), 'fig', width));

describe('the drawing of the relay', () => {
  it.each(activations.map((a) => a.spec))('stays finite for %s at the ends of the sliders', (spec) => {
    for (const w of [-3, 3]) {
      for (const { width } of bakedWidths.wide) {
        const html = panels(spec, 6, w, 2, width).map((p) => p.svg.outerHTML);
        expect(html.join('')).not.toMatch(/NaN|Infinity|undefined/);
      }
    }
  });

  it('draws a thread for each message', () => {
    const [main] = panels('relu', 3, 1, 0, 590);
    expect(main!.svg.querySelectorAll('path')).toHaveLength(41);
  });

  it('counts what is left in its title and its table', () => {
    const result = relays('step', 2, 1, 0);
    expect(read(result).title).toBe('1 of 41 messages can still be told apart after 2 relays of step');
    expect(table(result).rows).toHaveLength(41);
    expect(table(result).rows[0]).toEqual([-2, 0, 1, 0]);
  });

  it('names the slope at three messages', () => {
    expect(read(relays('relu', 3, 1, 0)).finding).toContain(
      '0 at message −1, 0 at message 0, 1 at message 1',
    );
  });
});
