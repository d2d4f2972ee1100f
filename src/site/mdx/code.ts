import type { ShikiConfig } from 'astro';

const functions: readonly (readonly [pattern: RegExp, family: string])[] = [
  [/^(identity|linear)$/, 'identity'],
  [/^(step|heaviside)$/, 'step'],
  [/^(sigmoid|logSigmoid)$/, 'sigmoid'],
  [/^(tanh|lecunTanh)$/, 'tanh'],
  [/^(softsign|arctan)$/, 'softsign'],
  [/^softplus$/, 'softplus'],
  [/^relu$/, 'relu'],
  [/^(leakyRelu|prelu|rrelu)$/, 'leaky'],
  [/^(relu6|leakyRelu6)$/, 'relu6'],
  [/^(elu|celu|selu)$/, 'elu'],
  [/^gelu$/, 'gelu'],
  [/^(silu|swish)$/, 'silu'],
  [/^hard(Swish|Sigmoid|Tanh)$/, 'hard'],
  [/^mish$/, 'mish'],
  [/^(glu|reglu|geglu|swiglu)$/, 'gated'],
];

/** Family of an activation function's name in code, for its colour; null for every other word. */
export function familyOfName(word: string): string | null {
  return functions.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

const scoped = (scope: string[], settings: { foreground?: string; fontStyle?: string }) => ({
  scope,
  settings,
});

/** Code is ink: keywords heavier, comments slanted, punctuation grey, and functions in their own hue. */
export const codeStyle: Partial<ShikiConfig> = {
  theme: {
    name: 'ink',
    type: 'light',
    colors: { 'editor.foreground': 'var(--ink)', 'editor.background': 'var(--sunk)' },
    settings: [
      scoped(['comment', 'punctuation.definition.comment'], {
        foreground: 'var(--ink-3)',
        fontStyle: 'italic',
      }),
      scoped(['keyword.control', 'storage', 'keyword.operator.new'], { fontStyle: 'bold' }),
      scoped(['punctuation', 'meta.brace', 'keyword.operator'], { foreground: 'var(--ink-3)' }),
    ],
  },
  transformers: [
    {
      span(node) {
        const text = node.children[0];
        const family = text?.type === 'text' ? familyOfName(text.value.trim()) : null;
        if (family) node.properties['style'] = `color:var(--fn-${family}-text)`;
      },
    },
  ],
};
