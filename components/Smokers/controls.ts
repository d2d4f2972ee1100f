import type { RangeControl, SettingValue } from '../../src/figure/settings.ts';
import type { Settings } from '../../src/figure/widget.ts';
import type { PlaneAngles } from './plane.ts';

/** The plane with the most people on their right side, of all planes there are: 399 of 600. */
export const bestPlane: PlaneAngles = { around: 87, above: 26.1, offset: 1.09 };

/** Where a reader's own search begins: upright through the middle of the weights, a bad place. */
export const firstPlane: PlaneAngles = { around: 0, above: 0, offset: 0 };

const layered =
  (least: number) =>
  ({ layers }: Readonly<Record<string, SettingValue>>): boolean =>
    Number(layers) >= least;

const plane = (
  label: string,
  name: keyof PlaneAngles,
  rest: Omit<RangeControl, 'kind' | 'label' | 'default'>,
): RangeControl => ({ kind: 'range', label, default: bestPlane[name], group: 'Plane', ...rest });

const network = { group: 'Network' } as const;
const training = { group: 'Training' } as const;

export const controls = {
  layers: {
    kind: 'select',
    label: 'Hidden layers',
    ...network,
    options: ['0', '1', '2'].map((value) => ({ value, label: value === '0' ? 'none' : value })),
    default: '1',
  },
  units: {
    kind: 'range',
    label: 'Units per layer',
    ...network,
    min: 1,
    max: 16,
    step: 1,
    default: 8,
    when: layered(1),
  },
  phi1: { kind: 'activation', label: 'φ of layer 1', ...network, default: 'relu', when: layered(1) },
  phi2: { kind: 'activation', label: 'φ of layer 2', ...network, default: 'relu', when: layered(2) },
  rate: {
    kind: 'range',
    label: 'Learning rate',
    ...training,
    min: 0.01,
    max: 1,
    step: 0.02,
    default: 0.1,
    log: true,
  },
  momentum: { kind: 'range', label: 'Momentum', ...training, min: 0, max: 0.99, step: 0.01, default: 0.9 },
  steps: { kind: 'range', label: 'Steps', ...training, min: 100, max: 4000, step: 100, default: 1500 },
  starts: { kind: 'range', label: 'Random starts', ...training, min: 1, max: 8, step: 1, default: 5 },
  seed: { kind: 'seed', label: 'First seed', ...training, default: 1 },
  around: plane('Turn its normal', 'around', { min: -180, max: 180, step: 1, unit: '°' }),
  above: plane('Tilt its normal', 'above', { min: -90, max: 90, step: 0.1, unit: '°' }),
  offset: plane('Move it', 'offset', { min: -3, max: 3, step: 0.01 }),
  yaw: { kind: 'hidden', label: 'Cloud turned', min: -180, max: 180, default: 35 },
  pitch: { kind: 'hidden', label: 'Cloud tilted', min: -90, max: 90, default: 18 },
} as const;

export type SmokersSettings = Settings<typeof controls>;
