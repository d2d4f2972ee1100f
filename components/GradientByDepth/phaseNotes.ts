import { type Border, borderOf, phaseDomain } from './border.ts';
import { activationOf, type Comparison, type Measured } from './model.ts';
import { ratesInWords } from './rates.ts';
import { ensembleOf } from './settings.ts';
import { brief } from './sizes.ts';

const lead = 16;
const perLetter = 6;

/** What the plane cannot show, and how to read the numbers under it. */
function notesOf({ networks }: Comparison): string[] {
  const lettersOf = (which: (n: Measured) => boolean): string =>
    networks
      .filter(which)
      .map(({ setting }) => setting.slot.toUpperCase())
      .join(', ');
  const normal = lettersOf(({ setting }) => setting.norm !== 'none');
  const skips = lettersOf(({ setting }) => setting.norm === 'none' && setting.skip);
  return [
    ...(normal ? [`${normal}: normalised, so without a place here`] : []),
    ...(skips ? [`${skips}: skips keep χ at 1 or above everywhere, so without a place here`] : []),
    ...functionsOf(networks).flatMap(({ label, border, lawless }) => {
      if (lawless) return [`${label}: no theory, its averages do not exist or cannot be found`];
      if (border.foot === null) return [`${label}: no line`];
      if (border.critical.length + border.jump.length === 0)
        return [`${label}: line at ${brief(Math.round(border.foot))}, outside`];
      return border.jump.length > 0
        ? [`${label}: thin where gradients jump from vanishing to exploding`]
        : [];
    }),
    'ξ: layers for a factor e of ‖δ‖²; negative: growth',
  ];
}

const nowhere: Border = { critical: [], jump: [], foot: null };

/** The functions of the networks, each once, with its line and the letters of its owners. */
export function functionsOf(networks: readonly Measured[]) {
  return [...Map.groupBy(networks, ({ setting }) => setting.phi).values()].map((owners) => {
    const activation = activationOf(owners[0]!);
    const letters = owners.map(({ setting }) => setting.slot.toUpperCase()).join(', ');
    const lawless = owners.some(({ prediction }) => prediction.valid === 'lawless');
    const border = lawless ? nowhere : borderOf(activation);
    return { activation, label: activation.label, border, letters, lawless };
  });
}

/** The notes in lines that fit a panel. */
export function notesLines(comparison: Comparison, width: number): string[] {
  const most = Math.floor(width / perLetter);
  return notesOf(comparison).flatMap((note) => {
    const lines = [''];
    for (const word of note.split(' ')) {
      const longer = `${lines.at(-1)} ${word}`.trim();
      if (longer.length > most && lines.at(-1) !== '') lines.push(word);
      else lines[lines.length - 1] = longer;
    }
    return lines;
  });
}

export const notesHeight = (comparison: Comparison, width: number): number =>
  lead * notesLines(comparison, width).length + 6;

export const noteTop = (line: number): number => lead * (line + 1) + 2;

/** The plane for those who cannot see it. */
export function phaseText(comparison: Comparison): string {
  const { networks, shape } = comparison;
  const lines = functionsOf(networks).map(({ label, border }) => {
    const all = [...border.jump, ...border.critical].sort(([, a], [, b]) => a - b);
    const [first, last] = [all[0], all.at(-1)];
    if (!first || !last) return `${label} has no line here`;
    if (first[0] === last[0]) return `the line of ${label} is upright at ${brief(first[0])}`;
    return `the line of ${label} goes from ${spot(first[0], first[1])} to ${spot(last[0], last[1])}`;
  });
  const places = networks.map((network) => {
    const { sigmaW2, sigmaB2 } = ensembleOf(network.setting, shape.width);
    const outside = sigmaW2 > phaseDomain.sigmaW2[1] || sigmaB2 > phaseDomain.sigmaB2[1] ? ', outside' : '';
    return `${network.setting.slot.toUpperCase()} at ${spot(sigmaW2, sigmaB2)}${outside}`;
  });
  return (
    'Variance of the weights times fan-in from 0 to 4 to the right, variance of the biases from 0 to 1 upwards, for plain ' +
    'networks. Left of the line of a function its gradients vanish, right of it they explode: ' +
    `${lines.join('; ')}. Variances: ${places.join('; ')}. ${notesOf(comparison).join('. ')}. ` +
    `In the long run: ${ratesInWords(comparison)}.`
  );
}

const spot = (sigmaW2: number, sigmaB2: number): string =>
  `${brief(sigmaW2)}, ${brief(Math.max(sigmaB2, 0))}`;
