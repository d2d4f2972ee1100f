import { describe, expect, it } from 'vitest';
import { LinkError, longestLink, readLink, sharedCell, writeLink } from './link.ts';

const shared = {
  chapter: '1-what-is-an-activation',
  cells: [
    sharedCell('neuron', 'const a = 1;', 'const a = 2; // “ünïcödé” 🙂'),
    sharedCell('logic-gates', '', 'while (true) {}'),
  ],
  functions: [{ name: 'my bend', formula: 'max(0.2x, min(x, 3))' }],
};

/** Any JSON, packed as a link packs it, for forging. */
async function pack(value: unknown): Promise<string> {
  const stream = new Blob([JSON.stringify(value)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return `#cells=${Buffer.from(await new Response(stream).arrayBuffer()).toString('base64url')}`;
}

describe('a link with edits', () => {
  it('brings the cells back to the letter', async () => {
    expect(await readLink(await writeLink(shared))).toEqual(shared);
  });

  it('of a time when links carried no functions is read as one without', async () => {
    const old = await pack([1, 'x', [['a', '0'.repeat(16), 'b']]]);
    expect(await readLink(old)).toMatchObject({ chapter: 'x', functions: [] });
  });

  it('holds only letters that survive in any address', async () => {
    expect(await writeLink(shared)).toMatch(/^#cells=[\w-]+$/);
  });

  it('is not made when it would be too long', async () => {
    let seed = 1;
    const noise = Array.from({ length: 60_000 }, () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return String.fromCharCode(33 + (seed % 90));
    }).join('');
    const cells = [sharedCell('neuron', '', noise)];
    await expect(writeLink({ ...shared, cells })).rejects.toThrow(/a link of \d+ KB; 32 KB is the most/);
  });

  it.each(['', '#', '#neuron-bench', '#figure=1'])('“%s” is not about cells', async (fragment) => {
    expect(await readLink(fragment)).toBeNull();
  });

  it('cut anywhere is damaged, and says so in one sentence', async () => {
    const link = await writeLink(shared);
    for (let end = 8; end < link.length - 1; end += 7) {
      await expect(readLink(link.slice(0, end))).rejects.toThrow(LinkError);
    }
  });

  it.each([
    ['another version', [2, 'x', [['a', '0'.repeat(16), '']]]],
    ['no cells', [1, 'x', []]],
    ['a name that is a path', [1, 'x', [['../a', '0'.repeat(16), '']]]],
    ['a number for a text', [1, 'x', [['a', '0'.repeat(16), 7]]]],
    ['a function that is no pair', [1, 'x', [['a', '0'.repeat(16), '']], [['x^3']]]],
    ['a function in the place of the functions', [1, 'x', [['a', '0'.repeat(16), '']], 'x^3']],
    ['a foreign shape', { a: 1 }],
  ])('with %s is refused', async (_, value) => {
    await expect(readLink(await pack(value))).rejects.toThrow('damaged');
  });

  it('over the length is refused unread', async () => {
    await expect(readLink(`#cells=${'A'.repeat(longestLink)}`)).rejects.toThrow('too long');
  });

  it('that would unpack into a flood is refused', async () => {
    const bomb = await pack([1, 'x', [['a', '0'.repeat(16), 'x'.repeat(4_000_000)]]]);
    expect(bomb.length).toBeLessThan(longestLink);
    await expect(readLink(bomb)).rejects.toThrow('too large');
  });
});
