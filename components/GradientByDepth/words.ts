import { list } from '../../src/activations/properties/words.ts';
import { boundBase, boundOf, decadesOf } from './lines.ts';
import type { Fate } from './measure.ts';
import { activationOf, type Comparison, deafLayers, formatsIn, type Measured } from './model.ts';
import { type DepthSettings, initNames, normNames, type Setting } from './settings.ts';
import { size, spoken } from './sizes.ts';

/** `sigmoid from Xavier weights`, with what else was chosen. */
export function nameOf(network: Measured): string {
  const { setting } = network;
  const biases = setting.init === 'custom' && setting.sigmaB > 0 ? `, biases σ = ${setting.sigmaB}` : '';
  const start =
    setting.init === 'custom' || setting.init === 'orthogonal'
      ? `${initNames[setting.init]} weights (σ = ${setting.sigmaW}${biases})`
      : `${initNames[setting.init]} weights`;
  const norm = setting.norm === 'none' ? '' : `, ${normNames[setting.norm]}`;
  return `${activationOf(network).label} from ${start}${norm}${skipText(setting)}`;
}

const skipText = ({ skip, scale }: Setting): string =>
  skip ? `, skip connections${scale === 1 ? '' : ` (branch × ${scale})`}` : '';

/** Decades within which the first layers hear about as much as the last: a factor 2 either way. */
const alike = 0.3;

/** The network whose first layer is furthest from the last; one without any gradient before all others. */
const worst = ({ networks }: Comparison): Measured =>
  networks.reduce((a, b) => (farness(b) > farness(a) ? b : a));

const farness = ({ mean, samples, blownUp }: Measured): number => {
  if (samples.length === 0) return blownUp ? Number.POSITIVE_INFINITY : -1;
  return Number.isNaN(mean[0]!) ? -1 : Math.abs(mean[0]!);
};

/** Whose gradient: the function’s, with the network’s letter where networks share a function. */
function gradientOf(network: Measured, { networks }: Comparison): string {
  const { label } = activationOf(network);
  const namesakes = networks.filter((other) => activationOf(other).label === label);
  const letter = namesakes.length > 1 ? ` in network ${network.setting.slot.toUpperCase()}` : '';
  return `${label}’s gradient${letter}`;
}

export function title(comparison: Comparison): string {
  const network = worst(comparison);
  const gradient = gradientOf(network, comparison);
  const end = network.mean[0]!;
  if (network.samples.length === 0) {
    return network.blownUp
      ? `A signal through ${activationOf(network).label} ${goneText[network.blownUp.fate]}`
      : 'What is left of a gradient at layer 1';
  }
  if (end < -alike) return `Of ${gradient}, ${size(end)} is left at layer 1`;
  if (end > alike) return `${gradient} grows to ${size(end)} times its size`;
  return 'The first layers hear the loss about as well as the last';
}

const goneText: Readonly<Record<Fate, string>> = {
  overflow: 'leaves the range of numbers',
  undefined: 'stops being a number',
};

/** One sentence for each network: what arrives, and what narrow number formats make of it; then what was measured. */
export function finding(comparison: Comparison): string {
  return [
    ...comparison.networks.map((network) => sentence(network, comparison)),
    sampleText(comparison),
  ].join(' ');
}

function sentence(network: Measured, { seeds, shape }: Comparison): string {
  const { samples, blownUp, setting } = network;
  const name = nameOf(network);
  if (samples.length === 0) {
    if (!blownUp) return `${name}: not measured yet.`;
    return `${name}: ${seeds > 1 ? `all ${seeds} networks ${fateText[blownUp.fate].verb}; ` : ''}${blownUp.message}.`;
  }
  const idle =
    setting.norm.startsWith('batch') && shape.batch === 1
      ? '; a batch of one: BatchNorm has nothing to normalise with'
      : '';
  const lost = blownUp
    ? `; this is the mean of ${samples.length} of ${seeds} networks, the ${blownUp.count > 1 ? 'others' : 'other'} ${fateText[blownUp.fate].verb}${blownUp.count > 1 ? '' : 's'} (${blownUp.message})`
    : '';
  return `${name}: ${arrival(network.mean[0]!)}${deafText(network)}${idle}${lost}.`;
}

/** What became of a network that blew up: in the picture, and as the verb of several networks. */
export const fateText: Readonly<Record<Fate, { readonly label: string; readonly verb: string }>> = {
  overflow: { label: 'overflows', verb: 'overflow' },
  undefined: { label: 'no numbers', verb: 'fail' },
};

/** What `size` would write as 1 is neither growth nor loss. */
function arrival(decades: number): string {
  const told = size(decades);
  if (told === '1') return 'the last layer’s gradient reaches the first undiminished';
  return decades > 0
    ? `the gradient grows to ${told} times its size on the way to the first layer`
    : `of the last layer’s gradient ${told} reaches the first`;
}

/** Which layers learn nothing for want of digits; those that hear exactly nothing are deaf in every format. */
function deafText(network: Measured): string {
  const silent = network.mean.filter((decades) => decades === Number.NEGATIVE_INFINITY).length;
  const texts = (['float16', 'float32'] as const).flatMap((format) => {
    const deaf = deafLayers(network, format);
    const name = format === 'float16' ? 'half' : 'single';
    return deaf && deaf.total > silent ? [`in ${name} precision ${layersText(deaf.first, deaf.total)}`] : [];
  });
  const any = silent > 0 ? [`in any precision ${layersText(silent, silent)}`] : [];
  return [...texts, ...any].map((text) => `; ${text}`).join('');
}

function layersText(first: number, total: number): string {
  if (first < total) return `${total} layers learn nothing`;
  return total === 1 ? 'the first layer learns nothing' : `the first ${total} layers learn nothing`;
}

/** How far the networks are, while they are not all there; none of a picture of other settings counts. */
export function computing({ seeds, count }: DepthSettings, soFar: Comparison | null): string {
  const { done, of } = soFar?.progress ?? { done: 0, of: seeds * Number(count) };
  return `Computing, ${done} of ${of} ${of === 1 ? 'network' : 'networks'}`;
}

/** What the numbers rest on. */
function sampleText({ shape, seeds, progress }: Comparison): string {
  const many = seeds === 1 ? 'One random network each' : `Means of ${seeds} random networks each`;
  const so = progress ? `, ${progress.done} of ${progress.of} networks so far` : '';
  const loss = shape.loss === 'digits' ? ', the loss of reading digits' : '';
  return `${many}, ${shape.width} units a layer, ${shape.batch === 1 ? 'one sample' : `${shape.batch} samples`}${loss}${so}.`;
}

export function describe(comparison: Comparison): string {
  const { shape, networks, seeds } = comparison;
  const parts = networks.map((network) => {
    const bounds = boundOf(network);
    const bound = bounds
      ? `; ${boundBase(network)}^−(L−1), one chain with weights of size 1, would leave ${spoken(bounds[0]!)} of it`
      : '';
    return `${nameOf(network)}: measured ${spoken(network.mean[0]!)} at layer 1, ${theoryText(network)}${bound}`;
  });
  const formats = formatsIn(...decadesOf(comparison));
  const many = seeds === 1 ? 'one random network' : `${seeds} random networks`;
  return (
    `Logarithmic line chart of the gradient’s size from layer ${shape.depth} at the left to layer 1 at the right, relative to ` +
    `layer ${shape.depth}; ${shape.width} units a layer, ${shape.batch === 1 ? 'one sample' : `${shape.batch} samples`}, ${many} each. ` +
    `${parts.join('. ')}.${formats.length > 0 ? ` A dotted line marks where ${list(formats)} ${formats.length > 1 ? 'store' : 'stores'} zero.` : ''}`
  );
}

function theoryText({ prediction: { log10Delta, valid } }: Measured): string {
  if (!log10Delta)
    return valid === 'lawless'
      ? 'no theory, for the averages of the function do not exist or cannot be found'
      : 'no theory drawn';
  return `theory ${valid === 'large batch' ? 'for large batches ' : ''}${spoken(log10Delta[0]!)}`;
}
