import { expect, it } from 'vitest';
import { defaults } from '../../src/figure/settings.ts';
import { isStale } from './Computing.tsx';
import { controls } from './controls.ts';
import { runaway } from './model.ts';

it('a picture is stale when a control has moved, but not for a part of a layer', () => {
  const settings = { ...defaults(controls), depth: 3 };
  const result = runaway(settings);
  expect(isStale(settings, result)).toBe(false);
  expect(isStale({ ...settings, depth: 3.2 }, result)).toBe(false);
  expect(isStale({ ...settings, depth: 4 }, result)).toBe(true);
  expect(isStale({ ...settings, phi: 'tanh' }, result)).toBe(true);
});
