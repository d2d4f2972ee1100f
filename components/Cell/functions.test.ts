import { afterEach, expect, it, vi } from 'vitest';
import { ownId } from '../../src/figure/ownFunctions.ts';
import { ownKey } from '../../src/figure/ownIds.ts';
import { functions } from './functions.ts';

afterEach(() => vi.unstubAllGlobals());

const [bend, wave] = [
  { label: 'bend', formula: 'max(0.2x, x)' },
  { label: 'my "wave"', formula: 'x + sin(x)' },
];

it.each([
  ['keep("bend", "max(0.2x, x)")', [bend]],
  ['keep("bend", "x^3")', []],
  ['const bend = activations.relu;', []],
  [`activations.findActivation('bend').f(1)`, [bend]],
  ['activations.findActivation( "bend" )', []],
  [`activations.findActivation('my "wave"')`, [wave]],
  [`findActivation(\`bend\`), "${ownId(wave.formula)}"`, [bend, wave]],
])('a link with %s takes along what it needs', (text, needed) => {
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => (key === ownKey ? JSON.stringify([bend, wave]) : null),
  });
  expect(functions.keptBy([text], [])).toEqual(
    needed.map(({ label, formula }) => ({ name: label, formula })),
  );
});
