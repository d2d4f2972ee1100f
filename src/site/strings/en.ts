/** Every word of the interface, in one place; chapters bring their own. */
export const en = {
  language: 'English',
  title: 'Nonlinear',
  promise: 'Why a neural network needs a bend, and which bend to give it.',
  about: 'A book in six chapters. Every figure computes as you read; every line of code is yours to change.',
  skip: 'Skip to the text',
  contents: 'Contents',
  toContents: 'Nonlinear, contents',
  sixChapters: 'Six chapters',
  chapters: 'Chapters',
  chapter: (number: number) => `Chapter ${number}`,
  inThisChapter: 'In this chapter',
  turn: 'Chapters before and after',
  theme: {
    auto: 'Colours follow your system. Change to light',
    light: 'Light colours. Change to dark',
    dark: 'Dark colours. Change to your system’s',
  },
  resume: { before: 'You were reading', link: 'Continue there', close: 'Not now' },
  draft: {
    title: 'Draft',
    text: 'This chapter is still being written. This is what it will hold.',
  },
  references: 'References',
  backTo: (times: number, index: number) =>
    times === 1 ? 'back to the text' : `back to place ${index} in the text`,
  cite: { paper: 'Paper', list: 'In the references', and: 'and', others: 'and colleagues' },
  predict: {
    kicker: 'Predict',
    waiting: 'answer first, then look',
    answered: 'answered',
    commit: 'Commit and reveal',
    show: 'Show me without guessing',
    again: 'Ask me again',
    yours: 'your answer',
    right: 'what happens',
    because: 'What happens',
    others: 'The other answers',
    plain: 'Every answer, explained',
    legend: 'Choose one',
  },
  erratum: { kicker: 'Where the source errs', source: 'The article', right: 'Better' },
  worked: 'By hand',
  keyIdea: 'Key idea',
  engineers: 'For engineers',
  figure: (number: string) => `Figure ${number}`,
  section: (number: string) => `section ${number}`,
  equation: (number: string) => `(${number})`,
  /** The line drawing at the head of each chapter: what a screen reader says, and the side note that explains it. */
  plates: [
    {
      label: 'Thirty sigmoids, each a little steeper than the one before',
      note: 'The drawing is $\\sigma(kx)$, thirty times: the steeper the curve, the closer it comes to a yes or a no.',
    },
    {
      label: 'A straight line, and seven lines that each fold the one before once more',
      note: 'The drawing adds one tent, made of two ReLUs, then two tents of half the size, then four. Every fold doubles the number of straight pieces.',
    },
    {
      label: 'Thirty curves: the logarithm of the sigmoid’s slope, raised to the powers one to thirty',
      note: "The drawing is $\\log_{10} \\sigma'(x)^n$ for $n = 1$ to 30: one more line for every layer the error signal has to cross.",
    },
    {
      label: 'Thirty leaky ReLUs, from no leak to a straight line',
      note: 'The drawing is the leaky ReLU with thirty leaks, from 0, which is ReLU, to 1, which is a straight line.',
    },
    {
      label: 'Thirty Swish functions, from a straight line to almost ReLU',
      note: 'The drawing is $x\\,\\sigma(\\beta x)$ with thirty values of $\\beta$: from half a straight line to almost ReLU.',
    },
    {
      label: 'tanh applied one to thirty times over',
      note: 'The drawing is tanh of tanh of tanh, up to thirty times over: what deep layers leave of an input.',
    },
  ],
  /** The small drawings on the cover. */
  minis: [
    'Sigmoids steepening into a step',
    'One straight line, and a line with five bends',
    'Slopes of the sigmoid multiplied layer after layer, on a log scale',
    'Sigmoid, tanh, leaky ReLU and ReLU',
    'The dip below zero of SiLU, GELU and hard-swish',
    'Gradient size in five networks of thirty layers',
  ],
  design: {
    title: 'Design your own',
    /** What links to the page say. */
    link: 'Design your own function',
    description:
      'Type an activation function and see its slopes, what is true of it, and what a deep network makes of it.',
    standfirst:
      'Type a function. See its slopes, what is true of it and why, and which wish it grants at the price of which.',
  },
  gallery: {
    title: 'Every tag',
    about: 'Each tag a chapter may write, with its example. For those who make the book.',
  },
  notFound: {
    title: 'No such page',
    text: 'Nothing stands at this address. The six chapters do:',
  },
  foot: {
    line: 'Nonlinear. A live book on activation functions.',
    type: 'Set in Source Serif 4, Inter and Spline Sans Mono.',
  },
  social: (title: string) => `Line drawing and title of ${title}`,
};

export type Strings = typeof en;
