import { readFileSync } from 'node:fs';
import { deserialize, transpile } from '@observablehq/notebook-kit';
import { Ajv } from 'ajv';
import { DOMParser } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { type ChapterNotebook, importFile, notebookFormats, outputText } from './index.ts';

const value = { type: 'value', value: { kind: 'number', text: '0.5' } } as const;
const table = {
  type: 'table',
  columns: [
    { name: 'φ', numeric: false },
    { name: 'a < b', numeric: true },
  ],
  rows: [['ReLU', '0']],
  total: 1,
} as const;
const chart = {
  type: 'svg',
  root: {
    tag: 'svg',
    attributes: [['aria-label', 'a "b"']],
    children: [{ tag: 'path', attributes: [['stroke', 'var(--fn-relu)']], children: [] }, '<'],
  },
  tips: [],
} as const;

const notebook: ChapterNotebook = {
  title: 'What is <it> & why',
  chapter: '1-what-is-an-activation',
  address: 'https://book.example/1/',
  colour: (property) => `the ${property}`,
  items: [
    { type: 'heading', level: 1, text: 'What is <it> & why' },
    {
      type: 'cell',
      name: 'neuron',
      text: 'const a: number = 1;\n\nconst s = "</script>";\n',
      outputs: [
        { key: 1, output: value },
        { key: 2, output: chart },
      ],
      log: [
        { level: 'log', text: 'a line', times: 2 },
        { level: 'warn', text: 'careful', times: 1 },
      ],
      error: null,
    },
    { type: 'heading', level: 2, text: 'Real neurons' },
    {
      type: 'cell',
      name: 'logic-gates',
      text: '    display(a + 1);\n// %%\n',
      outputs: [{ key: 1, output: table }],
      log: [],
      error: { name: 'TypeError', message: 'no <number>', line: 2, column: 3, hint: null, origin: null },
    },
    { type: 'cell', name: 'empty', text: '\n', outputs: [], log: [], error: null },
  ],
};
const cells = notebook.items.filter((item) => item.type === 'cell');
const parser = (): globalThis.DOMParser => new DOMParser() as unknown as globalThis.DOMParser;
const written = Object.fromEntries(notebookFormats.map((f) => [f.id, f.write(notebook)])) as Record<
  'ts' | 'ipynb' | 'html',
  string
>;

describe.each(notebookFormats.map((f) => [f.id, f] as const))('a .%s file', (_, format) => {
  it('brings every cell back to the letter', () => {
    const back = importFile(`chapter${format.extension}`, format.write(notebook), parser);
    expect(back.map((c) => [c.name, c.text.trimEnd()])).toEqual(cells.map((c) => [c.name, c.text.trimEnd()]));
  });

  it('with Windows line ends comes back all the same', () => {
    const back = format.read(format.write(notebook).replaceAll('\n', '\r\n'), parser);
    expect(back[0]!.text.replaceAll('\r', '').trimEnd()).toBe(cells[0]!.text.trimEnd());
  });
});

describe('a Jupyter notebook of the book', () => {
  const file = JSON.parse(written.ipynb);

  it('is what nbformat 4.5 asks for', () => {
    // The schema's own dialect is older than the checker's; nothing in it differs between the two but the name.
    const { $schema: _, ...schema } = JSON.parse(readFileSync('reference/nbformat.v4.5.schema.json', 'utf8'));
    const validate = new Ajv({ strict: false }).compile(schema);
    expect(validate(file), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...file, cells: [{ ...file.cells[0], id: 'no id' }] })).toBe(false);
    expect(new Set(file.cells.map((c: { id: string }) => c.id)).size).toBe(file.cells.length);
  });

  it('carries what the console said and what went wrong', () => {
    const [, , said, warned] = file.cells[1].outputs;
    expect(said).toEqual({ output_type: 'stream', name: 'stdout', text: ['a line\n', 'a line\n'] });
    expect(warned.name).toBe('stderr');
    expect(file.cells[3].outputs[1]).toMatchObject({
      output_type: 'error',
      ename: 'TypeError',
      traceback: ['TypeError: no <number> (line 2, column 3)'],
    });
  });

  it('opens with the Deno kernel and carries headings and outputs', () => {
    expect(file.metadata.kernelspec.name).toBe('deno');
    expect(file.cells[0].source.join('')).toBe('# What is <it> & why\n\nhttps://book.example/1/');
    expect(file.cells[1].outputs[0].data['text/plain']).toEqual(['0.5']);
    expect(file.cells[1].outputs[1].data['image/svg+xml'][0]).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" style="background: white" aria-label="a &quot;b&quot;"><path stroke="the --fn-relu"></path>&lt;</svg>',
    );
    expect(file.cells[3].outputs[0].data['text/html'][0]).toContain('<th>a &lt; b</th>');
  });
});

describe('a Notebook Kit file of the book', () => {
  it('passes the kit’s own parser and keeps each cell', () => {
    const kit = deserialize(written.html, { parser: parser() });
    expect(kit.title).toBe(notebook.title);
    expect(kit.cells.map((c) => c.mode)).toEqual(['md', 'ts', 'md', 'ts', 'ts']);
    expect(kit.cells[1]!.value).toBe(`// cell: neuron\n${cells[0]!.text.trimEnd()}`);
    expect(kit.cells.every((c, i) => c.id === i + 1)).toBe(true);
  });

  it('compiles with the kit’s own compiler', () => {
    const kit = deserialize(written.html, { parser: parser() });
    const neuron = transpile(kit.cells[1]!);
    expect(neuron.outputs).toEqual(['a', 's']);
    expect(transpile(kit.cells[3]!).inputs).toEqual(['display', 'a']);
  });
});

describe('a file that cannot be imported', () => {
  it.each([
    ['x.py', '', '“x.py” cannot be imported; expected a file ending in .ts, .ipynb, .html.'],
    ['x.ts', 'const a = 1;', 'no line that opens a cell'],
    ['x.ts', '// %% ../etc\n', 'is no name of a cell'],
    ['x.ipynb', '{', 'is not JSON'],
    ['x.ipynb', 'null', 'not a Jupyter notebook of format 4'],
    ['x.ipynb', '{"nbformat":3,"worksheets":[]}', 'not a Jupyter notebook of format 4'],
    ['x.ipynb', '{"nbformat":4,"cells":[]}', 'has no code cell'],
    [
      'x.ipynb',
      '{"nbformat":4,"cells":[{"cell_type":"code","source":5}]}',
      'Code cell 1 of this notebook has no text',
    ],
    ['x.html', '<p>hello</p>', 'holds no Observable notebook'],
    [
      'x.html',
      '<notebook><script type="text/markdown">a</script></notebook>',
      'no TypeScript or JavaScript cell',
    ],
    ['x.ts', 'x'.repeat(2_000_001), 'larger than any notebook'],
  ])('%s (%#) says why', (name, text, sentence) => {
    expect(() => importFile(name, text, parser)).toThrow(sentence);
  });

  it('keeps a cell of unknown name as one without a name', () => {
    const file = '{"nbformat":4,"cells":[{"cell_type":"code","id":"A1B2","source":["a\\n","b"]}]}';
    expect(importFile('x.ipynb', file, parser)).toEqual([{ name: null, text: 'a\nb\n' }]);
  });
});

describe('an output as text', () => {
  it('has tabs between the columns of a table', () => {
    expect(outputText(table)).toBe('φ\ta < b\nReLU\t0');
  });
});
