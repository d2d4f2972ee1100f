import { describe, expect, it } from 'vitest';
import { frameAt } from '../../src/figure/panels.ts';
import { serverDocument } from '../../src/figure/serverDocument.ts';
import { defaults } from '../../src/figure/settings.ts';
import { cloudPanel } from './cloudPanel.ts';
import { bestPlane, controls, firstPlane, type SmokersSettings } from './controls.ts';
import { offsetThrough } from './dragPlane.ts';
import { compute } from './model.ts';
import { scaler, seen } from './people.ts';
import { planeAtAge, planeOf, planeRight, sayPlane } from './plane.ts';

const make = (change: Partial<SmokersSettings> = {}) =>
  compute({ ...(defaults(controls) as SmokersSettings), steps: 100, starts: 1, ...change });
const described = async (change: Partial<SmokersSettings> = {}): Promise<string> =>
  cloudPanel(await make(change), frameAt(serverDocument(), 'fig', 438)).querySelector('desc')!.textContent!;

describe('a plane that is dragged', () => {
  it('goes through the pointer, to the step of its slider', () => {
    const plane = planeOf(bestPlane);
    const age = 41;
    const offset = offsetThrough(plane, [70, 125, age]);
    const line = planeAtAge({ ...plane, offset }, age)!;
    // Distance of the place from the plane's line in the slice, in kg and mmHg.
    const [[w0, s0], [w1, s1]] = line as [readonly [number, number], readonly [number, number]];
    const away = ((w1 - w0) * (125 - s0) - (s1 - s0) * (70 - w0)) / Math.hypot(w1 - w0, s1 - s0);
    expect(Math.abs(away)).toBeLessThan(0.1);
  });

  it('stays on its slider', () => {
    expect(offsetThrough(planeOf({ around: 0, above: 0, offset: 0 }), [1000, 120, 40])).toBe(3);
  });

  it('starts far from the best of all', () => {
    expect(planeRight(planeOf(firstPlane), seen)).toBeLessThan(330);
    expect(planeRight(planeOf(bestPlane), seen)).toBe(399);
  });
});

describe('the words for a plane', () => {
  it('say where it lies and which way it leans', () => {
    expect(sayPlane(planeOf(firstPlane))).toBe(
      `at a weight of ${scaler.means[0]!.toFixed(0)} kg in the middle of the cloud`,
    );
    expect(sayPlane(planeOf({ around: 90, above: 45.1, offset: 0 }))).toBe(
      `at an age of ${scaler.means[2]!.toFixed(0)} years in the middle of the cloud, lower at higher pressure`,
    );
  });

  it('follow what is drawn', async () => {
    expect(await described()).toContain(`A plane cuts through ${sayPlane(planeOf(bestPlane))}; rings mark`);
    const away = await described({ above: 90, offset: -3 });
    expect(away).toContain('The plane passes by outside the box;');
    expect(away).not.toContain('cuts through');
    const flat = await make({ layers: '0' });
    const mute = { ...flat, snapshot: { ...flat.snapshot, logits: flat.snapshot.logits.map(() => 1) } };
    expect(cloudPanel(mute, frameAt(serverDocument(), 'fig', 438)).outerHTML).toContain(
      'the first network says the same everywhere in the box',
    );
  });
});
