import { describe, expect, it } from 'vitest';
import { bakedWidths, frameAt } from '../../src/figure/panels.ts';
import { serverDocument } from '../../src/figure/serverDocument.ts';
import { draw, read, table } from './figure.ts';
import { findPart, partNames } from './parts.ts';

const panels = (part: string, width = 904) => draw(findPart(part), frameAt(serverDocument(), 'fig', width));

describe('the cell and the unit', () => {
  it('have every part and its name in both drawings', () => {
    for (const { width } of bakedWidths.wide) {
      for (const { svg } of panels('none', width)) {
        for (const part of partNames) {
          expect(svg.querySelectorAll(`[data-part=${part}]`), part).toHaveLength(2);
          expect(svg.querySelector(`[data-part=${part}] text`)).not.toBeNull();
        }
        expect(svg.outerHTML).not.toMatch(/NaN|undefined/);
      }
    }
  });

  it.each(partNames)('light %s alone, in both', (part) => {
    for (const { svg } of panels(part)) {
      const inked = [...svg.querySelectorAll('[data-part][color="var(--ink)"]')];
      expect(inked.map((g) => g.getAttribute('data-part'))).toEqual([part]);
    }
  });

  it('pair every part with a partner, in words', () => {
    expect(table().rows).toHaveLength(partNames.length);
    expect(read(findPart('hillock')).title).toBe('Axon hillock and activation function');
  });

  it('refuse a part that does not exist', () => {
    expect(() => findPart('nucleus')).toThrow('unknown part: nucleus; expected none, input, synapse');
  });
});
