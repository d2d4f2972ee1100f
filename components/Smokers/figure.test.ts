import { beforeAll, describe, expect, it } from 'vitest';
import { activationFromFormula } from '../../src/activations/formula/index.ts';
import { registerActivation } from '../../src/activations/index.ts';
import { bakedWidths, frameAt } from '../../src/figure/panels.ts';
import { serverDocument } from '../../src/figure/serverDocument.ts';
import { defaults } from '../../src/figure/settings.ts';
import { controls, type SmokersSettings } from './controls.ts';
import { draw } from './figure.ts';
import { compute, type SmokersResult } from './model.ts';
import { planeInBox, planeOf } from './plane.ts';
import { behind, projection } from './scene.ts';
import { read, table } from './words.ts';

const quick = { steps: 100, starts: 2 } as const;
const make = (change: Partial<SmokersSettings> = {}): Promise<SmokersResult> =>
  compute({ ...(defaults(controls) as SmokersSettings), ...quick, ...change });
const markup = (result: SmokersResult, width: number): string =>
  draw(result, frameAt(serverDocument(), 'fig', width))
    .map(({ svg, axisNote = '', heading = '' }) => heading + axisNote + svg.outerHTML)
    .join('');

let usual: SmokersResult;
beforeAll(async () => {
  usual = await make();
});

describe('the drawing of the cloud', () => {
  it('is finite at every width and view, and says that the people are invented', () => {
    for (const { width } of bakedWidths.wide) {
      for (const view of [usual.view, { yaw: -180, pitch: 90 }, { yaw: 90, pitch: -90 }]) {
        const drawn = markup({ ...usual, view }, width);
        expect(drawn).not.toMatch(/NaN|Infinity|undefined/);
      }
    }
    const headings = draw(usual, frameAt(serverDocument(), 'fig', 904)).map(
      ({ heading, axisNote }) => `${heading} ${axisNote}`,
    );
    expect(headings.slice(0, 2).every((words) => words.includes('invented'))).toBe(true);
    expect(headings[0]).toContain('no medical content');
  });

  it('says of which start and at which age the borders are', async () => {
    const notes = (result: SmokersResult) =>
      draw(result, frameAt(serverDocument(), 'fig', 904)).map(({ axisNote }) => axisNote!);
    const [cloud, slices] = notes(usual);
    expect(cloud).toMatch(/; border of start 1$/);
    expect(slices).toMatch(/; border of start 1, at the middle age of each slice$/);
    const [only, onlySlices] = notes(await make({ starts: 1 }));
    expect(only + onlySlices!).not.toContain('start');
    expect(onlySlices).toMatch(/; border, at the middle age of each slice$/);
  });

  it('shows a network below the axis as an arrow at its end', () => {
    const nets = (share: number) => {
      const heldOut = usual.snapshot.heldOut.map((score) => ({ ...score, right: 20 * share }));
      const low = { ...usual, snapshot: { ...usual.snapshot, heldOut } };
      return draw(low, frameAt(serverDocument(), 'fig', 904)).at(-1)!.svg;
    };
    expect(nets(54.5).querySelectorAll('.net-below')).toHaveLength(1);
    expect(nets(58.5).querySelectorAll('.net-below')).toHaveLength(0);
  });

  it('leaves the plane out where it misses the box', async () => {
    const away = await make({ offset: -3, above: 90 });
    expect(planeInBox(planeOf({ around: 0, above: 90, offset: -3 }))).toEqual([]);
    expect(markup(away, 358)).not.toMatch(/NaN|undefined/);
  });

  it('knows who is behind an upright plane that faces the eye', () => {
    const plane = planeOf({ around: 0, above: 90, offset: 0 });
    const project = projection({ yaw: 0, pitch: 20 }, 400, 400);
    const hidden = behind(plane, project);
    const flags = behind(planeOf({ around: 0, above: -90, offset: 0 }), project);
    expect(flags).toEqual(hidden);
    expect(hidden.filter(Boolean).length).toBeGreaterThan(200);
    expect(hidden.filter(Boolean).length).toBeLessThan(400);
  });
});

describe('the words', () => {
  it('tell accuracy and loss with their spread, on old and new people', () => {
    const { finding, title } = read(usual);
    expect(title).toMatch(
      /^A 3-8-1 network with ReLU is right about \d\d new people in 100, the plane about 64$/,
    );
    expect(finding).toMatch(/After 100 steps: right about \d\d\.\d ± \d\.\d % of the 600/);
    expect(finding).toContain('399 of 600, or 66.5 %');
    expect(table(usual).rows).toHaveLength(17);
  });

  it('names a function for each layer', async () => {
    const two = await make({ layers: '2', phi1: 'tanh', phi2: 'relu', units: 6 });
    expect(two.sizes).toEqual([3, 6, 6, 1]);
    expect(read(two).title).toContain('3-6-6-1 network with tanh and ReLU');
  });

  it.each([
    [54.5, /^So far a 3-8-1 network with ReLU does worse than the plane$/],
    [63.6, /^So far a 3-8-1 network with ReLU has found little more than a plane could$/],
    [69, /has found little more than a plane could$/],
    [71, /^A 3-8-1 network with ReLU is right about 71 new people in 100, the plane about 64$/],
  ])('compare %d %% of new people with the 63.6 %% of the plane', (share, title) => {
    const heldOut = usual.snapshot.heldOut.map((score) => ({ ...score, right: 20 * share }));
    expect(read({ ...usual, snapshot: { ...usual.snapshot, heldOut } }).title).toMatch(title);
  });

  it('call a network without a bend a plane', async () => {
    expect(read(await make({ layers: '0' })).title).toBe('Without a bend, a network is one more plane');
    expect(read(await make({ phi1: 'identity' })).title).toBe('Without a bend, a network is one more plane');
  });

  it('say where and why a run broke off', async () => {
    const leave = registerActivation(activationFromFormula('exp(x^2)', { id: 'own_blow', label: 'blow' }));
    const blown = await make({ phi1: 'own_blow', rate: 1, starts: 1 });
    leave();
    expect(blown.snapshot.divergences).toHaveLength(1);
    const { finding, title } = read(blown);
    expect(title).toBe('The numbers outgrew the computer, and training broke off');
    expect(finding).toMatch(
      /Training broke off at step \d+ in layer [12]: the .+ of unit \d+ is (∞|−∞|not a number)/,
    );
    expect(markup(blown, 358)).not.toMatch(/Infinity|undefined/);
  });

  it('keep runs that broke off out of the mean, with a function of the book', async () => {
    const wild = { layers: '2', phi1: 'squared_relu', phi2: 'squared_relu', rate: 1, momentum: 0.99 };
    const all = await make({ ...wild, starts: 5 });
    const { divergences, train } = all.snapshot;
    expect(divergences.length).toBeGreaterThan(1);
    const { finding } = read(all);
    const left = train.length - divergences.length;
    expect(finding).toContain(left > 0 ? `of ${left} of 5 random starts` : 'All 5 random starts stopped');
    // No number as computers write them.
    expect(finding).not.toMatch(/\d{9}|\de\+\d/);
    expect(markup(all, 358).match(/broke off[^<]*/g)).toHaveLength(1);
  });

  it('say that a lone run stopped, not that it took all its steps', async () => {
    const wild = {
      phi1: 'squared_relu',
      rate: 1,
      momentum: 0.99,
      starts: 1,
      layers: '2',
      phi2: 'squared_relu',
    };
    const { finding } = read(await make(wild));
    expect(finding).toMatch(/^Training stopped at step \d+\. Just before: right about \d+\.\d % /);
    expect(finding).not.toContain('After 100 steps');
  });
});
