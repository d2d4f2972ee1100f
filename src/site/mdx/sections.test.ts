import { describe, expect, it } from 'vitest';
import { read } from './testing.ts';

describe('a section', () => {
  it('holds its heading and everything up to the next one', () => {
    const { tree } = read('Before.\n\n## One\n\nText.\n\n### Inside\n\n## Two');
    const shape = tree.children.map((node) =>
      'children' in node ? [node.type, node.children.length] : node.type,
    );
    expect(shape).toEqual([
      ['paragraph', 1],
      ['section', 3],
      ['section', 1],
    ]);
  });
});
