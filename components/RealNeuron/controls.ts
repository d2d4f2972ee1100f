import type { SelectControl } from '../../src/figure/settings.ts';
import { parts } from './parts.ts';

const part: SelectControl = {
  kind: 'select',
  label: 'Light one pair',
  options: [
    { value: 'none', label: 'none' },
    ...parts.map(({ name, cell, unit }) => ({ value: name, label: `${cell} and ${unit}` })),
  ],
  default: 'none',
};

export const controls = { part } as const;

export type RealNeuronControls = typeof controls;
