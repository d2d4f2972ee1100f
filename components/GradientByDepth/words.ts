import { boundName } from './flowPanel.ts';
import { activationOf, type Comparison, deafLayers, type Measured, markedFormats } from './model.ts';
import { initNames, normNames } from './settings.ts';

/** A gradient of 10^decades as the book writes it: `0.5`, `10^−12`, `nothing`. */
export function size(decades: number): string {
  if (Number.isNaN(decades)) return 'no number';
  if (decades === Number.NEGATIVE_INFINITY) return 'nothing';
  if (decades === Number.POSITIVE_INFINITY) return 'more than any number';
  if (Math.abs(decades) < 1) return String(Number((10 ** decades).toPrecision(1)));
  return `10^${String(Math.round(decades)).replace('-', '−')}`;
}

/** `sigmoid from Xavier weights`, with what else was chosen. */
export function nameOf(network: Measured): string {
  const { setting } = network;
  const start =
    setting.init === 'custom' || setting.init === 'orthogonal'
      ? `${initNames[setting.init]} weights (σ = ${setting.sigmaW})`
      : `${initNames[setting.init]} weights`;
  const norm = setting.norm === 'none' ? '' : `, ${normNames[setting.norm]}`;
  return `${activationOf(network).label} from ${start}${norm}${setting.skip ? ', skip connections' : ''}`;
}

const worst = ({ networks }: Comparison): Measured =>
  networks.reduce((a, b) => (Math.abs(b.mean[0]!) > Math.abs(a.mean[0]!) ? b : a));

export function title(comparison: Comparison): string {
  const network = worst(comparison);
  const name = activationOf(network).label;
  if (network.blownUp && network.samples.length === 0)
    return `A signal through ${name} leaves the range of numbers`;
  const end = network.mean[0]!;
  if (end < -2) return `Of ${name}’s gradient, ${size(end)} is left at layer 1`;
  if (end > 1) return `${name}’s gradient grows to ${size(end)} times its size`;
  return 'The first layers hear the loss about as well as the last';
}

/** One sentence for each network: what arrives, and what narrow number formats make of it. */
export function finding(comparison: Comparison): string {
  const sentences = comparison.networks.map((network) => {
    if (network.samples.length === 0)
      return `${nameOf(network)}: ${network.blownUp?.message ?? 'nothing to show'}.`;
    const arrives = `${nameOf(network)}: of the last layer’s gradient ${size(network.mean[0]!)} reaches the first`;
    const half = deafLayers(network, 'float16')?.total;
    const single = deafLayers(network, 'float32')?.total;
    const deaf = half ? `; in half precision ${layersText(half, comparison)} learn nothing` : '';
    return `${arrives}${deaf}${single ? `, in single precision ${layersText(single, comparison)}` : ''}.`;
  });
  return sentences.join(' ');
}

const layersText = (count: number, { shape }: Comparison): string =>
  count === 1 ? 'the first layer of all' : count >= shape.depth ? 'all layers' : `the first ${count} layers`;

export function describe(comparison: Comparison): string {
  const { shape, networks, seeds } = comparison;
  const parts = networks.map((network) => {
    const theory = network.prediction.log10Delta;
    const said = theory ? `theory ${spoken(theory[0]!)}` : 'no theory drawn';
    const bound = network.bound ? `; ${boundName(network)} would leave ${spoken(network.bound[0]!)}` : '';
    return `${nameOf(network)}: measured ${spoken(network.mean[0]!)} at layer 1, ${said}${bound}`;
  });
  return (
    `Logarithmic line chart of the gradient’s size from layer ${shape.depth} at the left to layer 1 at the right, relative to ` +
    `layer ${shape.depth}; ${shape.width} units a layer, ${shape.batch} samples, ${seeds} random networks each. ` +
    `${parts.join('. ')}. Dotted lines mark where ${markedFormats.join(', ')} store zero.`
  );
}

export const spoken = (decades: number): string => size(decades).replace('^', ' to the power ');
