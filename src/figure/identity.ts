import type { Family } from '../activations/activation.ts';

export type Marker =
  | 'none'
  | 'half disc'
  | 'disc'
  | 'triangle'
  | 'ring'
  | 'open triangle'
  | 'square'
  | 'diamond'
  | 'open square'
  | 'open diamond'
  | 'plus'
  | 'star'
  | 'cross'
  | 'inverted triangle'
  | 'bow tie'
  | 'caret';

/** How a family of functions looks everywhere in the book. Colours live in `src/styles/tokens.css`. */
export interface Identity {
  /** CSS colour of lines and marks (at least 3:1 on paper). */
  readonly line: string;
  /** CSS colour of words (at least 4.5:1 on paper). */
  readonly text: string;
  /** SVG dash pattern in px, or undefined for a solid line. */
  readonly dash: string | undefined;
  readonly marker: Marker;
  /** True for the reader's own function: drawn as a twin track, last. */
  readonly twin: boolean;
}

const look: Record<Family, readonly [dash: string | undefined, marker: Marker]> = {
  identity: [undefined, 'none'],
  step: [undefined, 'half disc'],
  sigmoid: ['16,3', 'disc'],
  tanh: ['8,3', 'triangle'],
  softsign: ['2,3', 'ring'],
  softplus: ['16,3,8,3,8,3', 'open triangle'],
  relu: [undefined, 'square'],
  leaky: ['16,3,2,3', 'diamond'],
  relu6: ['16,3,2,3,2,3', 'open square'],
  elu: ['8,3,8,3,2,3', 'open diamond'],
  gelu: ['8,3,2,3', 'plus'],
  silu: ['16,3,8,3', 'star'],
  hard: ['8,3,2,3,2,3', 'cross'],
  mish: ['8,3,2,3,2,3,2,3', 'inverted triangle'],
  gated: ['16,3,2,3,2,3,2,3', 'bow tie'],
  yours: [undefined, 'caret'],
};

/** Every family with an identity, in the order of the book. */
export const families = Object.keys(look) as Family[];

/** The one look of a family: colour, dash and marker; never colour alone. */
export function identity(family: Family): Identity {
  const [dash, marker] = look[family];
  return {
    line: `var(--fn-${family})`,
    text: `var(--fn-${family}-text)`,
    dash,
    marker,
    twin: family === 'yours',
  };
}
