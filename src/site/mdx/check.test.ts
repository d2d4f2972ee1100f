import { describe, expect, it } from 'vitest';
import { at, mistakeIn } from './testing.ts';

describe('a tag', () => {
  it('that is not listed stops the build and gets the nearest names', () => {
    expect(mistakeIn('Text.\n\n<NeuronBnech>x</NeuronBnech>')).toBe(
      `${at(3)}: unknown tag <NeuronBnech>; expected a tag listed in components/index.ts; nearest: NeuronBench`,
    );
  });

  it('of HTML beyond a few small ones is not listed either', () => {
    expect(mistakeIn('<div>x</div>')).toContain('unknown tag <div>; expected a tag listed');
    expect(mistakeIn('x<sup>2</sup> and a line<br/>break')).toBe('no mistake');
  });

  it('that is a part must stand inside its piece', () => {
    expect(mistakeIn('<Option answer="yes">Because.</Option>')).toBe(
      `${at(1)}: <Option> stands alone; expected it inside <Predict>`,
    );
  });
});

describe('an attribute', () => {
  it('that the tag does not have is named, with those it has', () => {
    expect(mistakeIn('<Worked titel="x"/>')).toBe(
      `${at(1)}: <Worked> has no attribute titel; expected title, steps, level; nearest: title`,
    );
    expect(mistakeIn('<Worked/>')).toBe(`${at(1)}: <Worked> lacks title; expected a text`);
    expect(mistakeIn('<Worked title="x" lvel={2}/>')).toBe(
      `${at(1)}: <Worked> has no attribute lvel; expected title, steps, level; nearest: level`,
    );
  });

  it('with a wrong value is told the allowed ones', () => {
    expect(mistakeIn('<NeuronBench width="full">c</NeuronBench>')).toBe(
      `${at(1)}: <NeuronBench> has width="full"; expected one of "text", "wide"`,
    );
    expect(mistakeIn('<Worked title={3}/>')).toBe(`${at(1)}: <Worked> has title=3; expected a text`);
    expect(mistakeIn('<Worked title=""/>')).toBe(
      `${at(1)}: <Worked> has title=""; expected a text that is not empty`,
    );
    expect(mistakeIn('<Worked title="x" level={12}/>')).toBe(
      `${at(1)}: <Worked> has level=12; expected at most 9`,
    );
    expect(mistakeIn('<Worked title="x" steps={[1, "b"]}/>')).toBe(
      `${at(1)}: <Worked> has steps.1="b"; expected a number`,
    );
  });

  it('must be a literal', () => {
    expect(mistakeIn('<Worked title="x" level={1 + 1}/>')).toBe(
      `${at(1)}: <Worked> has level={1 + 1}; expected a literal: a string, number, true, false, array or object`,
    );
    expect(mistakeIn('<Worked title="x" level={n}/>')).toContain('has level={n}; expected a literal');
    expect(mistakeIn('<Worked title="x" level={-2} steps={[1, -2.5]}/>')).toBe('no mistake');
  });

  it('must not be spread, nor written twice', () => {
    expect(mistakeIn('<Worked {...all}/>')).toBe(
      `${at(1)}: <Worked> has a spread attribute {...all}; expected each attribute by its name`,
    );
    expect(mistakeIn('<Worked title="a" title="b"/>')).toBe(
      `${at(1)}: <Worked> has title twice; expected it once`,
    );
  });
});

describe('code in a chapter', () => {
  it('is refused: imports, exports, expressions', () => {
    expect(mistakeIn("import x from './x.js'\n\nText.")).toBe(
      `${at(1)}: "import x from './x.js'" runs code; expected a chapter without imports and exports, its tags come from components/index.ts`,
    );
    expect(mistakeIn('The sum is {1 + 1}.')).toBe(
      `${at(1)}: {1 + 1} runs code; expected text, or a comment {/* … */}`,
    );
  });

  it('may be a comment', () => {
    expect(mistakeIn('Text. {/* remember the spread */}')).toBe('no mistake');
  });
});

describe('a question', () => {
  const ask = (inside: string) => mistakeIn(`<Predict id="q" question="Why?">\n${inside}\n</Predict>`);

  it('needs two options, one of them right, each explained', () => {
    expect(ask('<Option answer="a" right>x</Option>')).toBe(
      `${at(1)}: <Predict> has 1 <Option>; expected at least 2, each on a line of its own`,
    );
    expect(ask('<Option answer="a">x</Option>\n<Option answer="b">y</Option>')).toBe(
      `${at(1)}: <Predict> has no right <Option>; expected the attribute right on at least one`,
    );
    expect(ask('<Option answer="a" right>x</Option>\n<Option answer="b"></Option>')).toBe(
      `${at(3)}: <Option> explains nothing; expected why the answer is right or wrong`,
    );
    expect(ask('<Option answer="a" right>x</Option>\n<Option answer="b">y</Option>')).toBe('no mistake');
  });
});
