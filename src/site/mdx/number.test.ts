import { describe, expect, it } from 'vitest';
import { kebab, slug } from './number.ts';
import { at, mistakeIn, read } from './testing.ts';

const figure = (attributes = '') => `<NeuronBench ${attributes}>A caption.</NeuronBench>`;

describe('numbers', () => {
  it('count sections and figures by chapter', () => {
    const { built, json } = read(`## First\n\n${figure()}\n\n## Second\n\n${figure('id="again"')}`);
    expect(built.sections).toEqual([
      { id: 'first', number: '1.1', title: 'First' },
      { id: 'second', number: '1.2', title: 'Second' },
    ]);
    expect(json).toContain('{"type":"mdxJsxAttribute","name":"id","value":"neuron-bench"}');
    expect(json).toContain('{"type":"mdxJsxAttribute","name":"number","value":"1.1"}');
    expect(json).toContain('{"type":"mdxJsxAttribute","name":"number","value":"1.2"}');
  });

  it('stand on equations with a label only', () => {
    const { json } = read('$$\na = b\n$$\n\n$$ chain\nc = d\n$$');
    expect(json.match(/eq-no/g)).toHaveLength(1);
    expect(json).toContain('(1.1)');
    expect(json).toContain('{"type":"mdxJsxAttribute","name":"id","value":"eq-chain"}');
  });

  it('lead from the sentence to the side note, which stands at the end of the paragraph', () => {
    const { tree } = read('One<SideNote>first</SideNote> and two<SideNote>second</SideNote> more.');
    const paragraph = tree.children[0] as unknown as {
      children: { type: string; url?: string; name?: string }[];
    };
    const shape = paragraph.children.map((child) => child.name ?? child.url ?? child.type);
    expect(shape).toEqual(['text', '#note-1', 'text', '#note-2', 'text', 'SideNote', 'SideNote']);
  });

  it('are not given to a side note on a line of its own', () => {
    expect(read('<SideNote>aside</SideNote>').json).not.toContain('"number"');
  });
});

describe('an id', () => {
  it('may be taken once', () => {
    expect(mistakeIn(`${figure()}\n\n${figure()}`)).toBe(
      `${at(3)}: <NeuronBench> takes the id "neuron-bench" a second time; expected an id of its own`,
    );
    expect(mistakeIn('## Same\n\n## Same')).toBe(
      `${at(3)}: section "Same" takes the id "same" a second time; expected an id of its own`,
    );
  });

  it('comes from a title or a tag', () => {
    expect(slug('The gradient’s trip, 2nd part')).toBe('the-gradients-trip-2nd-part');
    expect(slug('Eşik & doyum')).toBe('eşik-doyum');
    expect(kebab('W1NeuronBench')).toBe('w1-neuron-bench');
  });
});

describe('a chapter', () => {
  it('has no first-level heading in its text', () => {
    expect(mistakeIn('# Title')).toBe(
      `${at(1)}: "# Title" is a first-level heading; expected ##, the chapter's title stands in the front matter`,
    );
  });

  it('gives every figure a caption', () => {
    expect(mistakeIn('<NeuronBench/>')).toBe(
      `${at(1)}: <NeuronBench> has no caption; expected a caption between its tags: what is drawn, what was measured and how`,
    );
  });
});
