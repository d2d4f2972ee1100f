import { readFileSync } from 'node:fs';
import { differenceCiede2000, lrgb, parse, type Rgb, rgb, wcagContrast } from 'culori';
import { describe, expect, it } from 'vitest';
import { families, identity } from './identity.ts';

const css = readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8');

/** The two sides of `--name: light-dark(a, b)`, followed through one `var(--other)`; one value serves both. */
function token(name: string): { light: Rgb; dark: Rgb } {
  const value = new RegExp(`${name}:\\s*([^;]+);`).exec(css)?.[1];
  if (!value) throw new Error(`tokens.css has no ${name}`);
  const other = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
  if (other) return token(other);
  const sides = /^light-dark\((oklch\([^)]*\)), (oklch\([^)]*\))\)$/.exec(value);
  const read = (text: string): Rgb => clip(rgb(parse(text)!)!);
  return { light: read(sides?.[1] ?? value), dark: read(sides?.[2] ?? value) };
}

const clip = (c: Rgb): Rgb => ({
  ...c,
  ...Object.fromEntries(['r', 'g', 'b'].map((k) => [k, Math.min(1, Math.max(0, c[k as 'r']))])),
});

/** What dichromats see (severity 1), in linear light. Source: Machado, Oliveira, Fernandes 2009, table 1. */
const dichromats = {
  'normal vision': [1, 0, 0, 0, 1, 0, 0, 0, 1],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;

function seenBy(eye: keyof typeof dichromats, colour: Rgb): Rgb {
  const { r, g, b } = lrgb(colour)!;
  const row = (i: number) => {
    const [x, y, z] = dichromats[eye].slice(i, i + 3) as [number, number, number];
    return x * r + y * g + z * b;
  };
  return clip(rgb({ mode: 'lrgb', r: row(0), g: row(3), b: row(6) }));
}

const themes = ['light', 'dark'] as const;

describe('the identities of the functions', () => {
  it.each(families)('%s has the dash that tokens.css states', (family) => {
    const stated = new RegExp(`--dash-${family}:\\s*([^;]+);`).exec(css)?.[1];
    expect(identity(family).dash ?? 'none').toBe(stated?.replaceAll(' ', ''));
  });

  describe.each(themes)('in the %s theme', (theme) => {
    const grounds = ['--paper', '--sunk'].map((name) => token(name)[theme]);
    it.each(families)('lines of %s stand 3:1 and words 4.5:1 on paper and sunk', (family) => {
      for (const ground of grounds) {
        expect(wcagContrast(token(`--fn-${family}`)[theme], ground)).toBeGreaterThanOrEqual(3);
        expect(wcagContrast(token(`--fn-${family}-text`)[theme], ground)).toBeGreaterThanOrEqual(4.5);
      }
    });

    const core = ['sigmoid', 'tanh', 'relu', 'leaky', 'gelu', 'silu', 'hard'] as const;
    const pairs = core.flatMap((a, i) => core.slice(i + 1).map((b) => [a, b] as const));
    const apart = { 'normal vision': 23.5, deuteranopia: 11.5, protanopia: 11.5, tritanopia: 11.5 } as const;
    const eyes = Object.keys(apart) as (keyof typeof apart)[];
    it.each(eyes)('the seven that meet most stay apart under %s', (eye) => {
      const distance = differenceCiede2000();
      for (const [a, b] of pairs) {
        const [x, y] = [a, b].map((f) => seenBy(eye, token(`--fn-${f}`)[theme])) as [Rgb, Rgb];
        expect(distance(x, y), `${a} and ${b}`).toBeGreaterThanOrEqual(apart[eye]);
      }
    });
  });

  it('no two families share both dash and marker', () => {
    const looks = families.map((f) => `${identity(f).dash} ${identity(f).marker} ${identity(f).twin}`);
    expect(new Set(looks).size).toBe(families.length);
  });
});
