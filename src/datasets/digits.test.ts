import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import theory from '../../reference/theory.json' with { type: 'json' };
import { digitsCredit, digitsScale, loadDigits, splitDigits, unpackDigits } from './digits.ts';
import { packedDigits } from './digitsPacked.ts';

const digits = await loadDigits();
const readme = readFileSync(new URL('../../data/README.md', import.meta.url), 'utf8');
const image = (i: number) => Array.from(digits.pixels.subarray(64 * i, 64 * i + 64));
const perClass = (labels: Uint8Array) => {
  const counts = new Array<number>(10).fill(0);
  for (const label of labels) counts[label]!++;
  return counts;
};

describe('digits', () => {
  it('are those of data/digits.csv.gz, to the checksum', () => {
    const header = Array.from({ length: 64 }, (_, i) => `p${Math.floor(i / 8)}${i % 8}`);
    const rows = Array.from(digits.labels, (label, i) => [...image(i), label].join(','));
    const csv = `${[[...header, 'label'].join(','), ...rows].join('\n')}\n`;
    expect(csv).toHaveLength(264974);
    const sum = createHash('sha256').update(csv).digest('hex');
    expect(sum).toBe('067c897c3866e1f112d70ccf18ba908a8bc1fbb9ec051530b8ad86070265d299');
    expect(readme).toContain(sum);
  });
  it('have the sums the read-me lists', () => {
    expect(perClass(digits.labels)).toEqual([178, 182, 177, 183, 181, 182, 181, 179, 174, 180]);
    expect(digits.pixels.reduce((a, b) => a + b, 0)).toBe(561718);
    const sums = [0, 1, 2, 3, 4].map((i) => image(i).reduce((a, b) => a + b, 0));
    expect(sums).toEqual([294, 313, 344, 267, 258]);
  });
  it('travel in less than 60 KB', () => {
    const source = readFileSync(new URL('./digitsPacked.ts', import.meta.url));
    expect(gzipSync(source).length).toBeLessThan(45_000);
    expect(brotliCompressSync(source).length).toBeLessThan(45_000);
  });
  it('carry the credit their licence asks for', () => {
    const [, credit] = /Required credit: "([^"]+)"/.exec(readme)!;
    expect(digitsCredit).toContain(credit!.replace(/\s+/g, ' '));
  });
  it('are loaded once, and refused when damaged', async () => {
    expect(await loadDigits()).toBe(digits);
    await expect(unpackDigits(packedDigits.slice(0, 400))).rejects.toThrow();
    await expect(unpackDigits('AwA=')).rejects.toThrow('invalid digits: 0 bytes; expected 116805');
  });
});

describe('splitDigits', () => {
  const { train, test } = splitDigits(digits);
  it('puts every third image into the test part', () => {
    expect(perClass(test.labels)).toEqual([63, 63, 63, 54, 58, 61, 54, 60, 63, 60]);
    expect(perClass(train.labels)).toEqual([115, 119, 114, 129, 123, 121, 127, 119, 111, 120]);
    expect(test.indices.every((i) => i % 3 === 2)).toBe(true);
    expect(new Set([...train.indices, ...test.indices]).size).toBe(1797);
  });
  it('standardises with the training rows', () => {
    const mean = train.inputs.reduce((a, b) => a + b, 0) / train.inputs.length;
    const square = train.inputs.reduce((a, b) => a + b * b, 0) / train.inputs.length;
    expect(mean).toBeCloseTo(0, 12);
    expect(square).toBeCloseTo(1, 12);
    const { mean: m, sd } = theory.chapter_facts.digits_standardisation;
    expect(digitsScale).toEqual({ mean: m, deviation: sd });
  });
  it('keeps inputs and labels together', () => {
    const row = 100;
    const index = test.indices[row]!;
    expect(test.labels[row]).toBe(digits.labels[index]);
    const restored = Array.from(test.inputs.subarray(64 * row, 64 * row + 64), (v) =>
      Math.round((v * digitsScale.deviation + digitsScale.mean) * 16),
    );
    expect(restored).toEqual(image(index));
  });
});
