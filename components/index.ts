/**
 * Every tag a chapter may write, one line each: the folder's name and what kind of thing it is.
 *
 * A folder holds `<Tag>.astro`, `props.ts` (the schema of its attributes) and `example.mdx`. A `figure` is numbered
 * (Figure 1.1, 1.2 …) and gets `id` and `number`; a `piece` belongs to the text; a `part` stands inside its piece.
 */
export const tags = {
  Predict: 'piece',
  Option: 'part',
  Erratum: 'piece',
  Worked: 'piece',
  KeyIdea: 'piece',
  Engineers: 'piece',
  SideNote: 'piece',
  Cite: 'piece',
  Cell: 'piece',
  NeuronBench: 'figure',
  RealNeuron: 'figure',
  SpikeRate: 'figure',
  MessageRelay: 'figure',
  CollapseMachine: 'figure',
  Smokers: 'figure',
  PlanarTrainer: 'figure',
  Folding: 'figure',
  RangeRunaway: 'figure',
  ChainRule: 'figure',
  UnitChain: 'figure',
  GradientByDepth: 'figure',
  GradientAtlas: 'figure',
  ZigZag: 'figure',
  DerivativeLab: 'figure',
  DrawTheSlope: 'figure',
  CostBench: 'figure',
} as const satisfies Record<string, 'figure' | 'piece' | 'part'>;
