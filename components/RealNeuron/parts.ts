/** The parts that the cell and the unit have in common, in the order in which a signal meets them. */
export const partNames = ['input', 'synapse', 'dendrite', 'soma', 'hillock', 'axon'] as const;

export type PartName = (typeof partNames)[number];

export interface Part {
  readonly name: PartName;
  /** What a physiologist calls it, and what this book calls its partner. */
  readonly cell: string;
  readonly unit: string;
  /** How formulas write the partner; `_i` lowers the index. */
  readonly symbol: string;
  /** What the two have in common. */
  readonly shared: string;
  /** Where the likeness ends. */
  readonly breaks: string;
}

/** Source of the physiology: Dayan & Abbott 2001, chapters 1, 5 and 7; of the dendrites: Gidon et al. 2020. */
export const parts: readonly Part[] = [
  {
    name: 'input',
    cell: 'Axon of another neuron',
    unit: 'input',
    symbol: 'x_i',
    shared: 'Brings in what an earlier cell has to say.',
    breaks:
      'The axon delivers spikes, one at a time, at certain moments. The input is a single number without a moment.',
  },
  {
    name: 'synapse',
    cell: 'Synapse',
    unit: 'weight',
    symbol: 'w_i',
    shared: 'Settles how much an arriving signal counts, and changes with experience.',
    breaks:
      'A synapse often fails to answer at all, and does not turn from exciting to inhibiting. A weight never fails, and may cross zero.',
  },
  {
    name: 'dendrite',
    cell: 'Dendrite',
    unit: 'product',
    symbol: 'w_i x_i',
    shared: 'Carries the weighted signal towards the place where everything meets.',
    breaks:
      'A dendrite computes on the way; some human ones can tell “one of two” from “both”. A product is only passed on.',
  },
  {
    name: 'soma',
    cell: 'Cell body',
    unit: 'sum and bias',
    symbol: 'Σ + b',
    shared: 'Adds everything up.',
    breaks:
      'The charge in a cell leaks away within tens of milliseconds, so timing matters. A sum has no clock.',
  },
  {
    name: 'hillock',
    cell: 'Axon hillock',
    unit: 'activation function',
    symbol: 'φ',
    shared: 'Turns the total into a message.',
    breaks:
      'The hillock starts a spike or none, again and again. φ answers once, usually with a graded number: at best a rate of spikes.',
  },
  {
    name: 'axon',
    cell: 'Axon',
    unit: 'output',
    symbol: 'a',
    shared: 'Hands the same message to everyone who listens.',
    breaks: 'Spikes reach near and far branches at different times. The output is everywhere at once.',
  },
];

/** The part of that name, or null for `none`. Throws RangeError for any other name. */
export function findPart(name: string): Part | null {
  if (name === 'none') return null;
  const part = parts.find((p) => p.name === name);
  if (!part) throw new RangeError(`unknown part: ${name}; expected none, ${partNames.join(', ')}`);
  return part;
}
