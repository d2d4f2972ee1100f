import { left } from './arrival.ts';
import type { Hero, Traveller } from './model.ts';

const arrives = (t: Traveller): number => t.median.at(-1)!;

/** A gradient of 10^decades in words: `0.5`, `10 to the power −18`. */
export function spoken(decades: number): string {
  const { lead, power } = left(decades);
  return power ? `${lead} to the power ${power}` : lead;
}

/** The finding, for whatever the reader picked. */
export function title(hero: Hero): string {
  const valueless = hero.travellers.find((t) => Number.isNaN(arrives(t)));
  if (valueless) return `Thirty layers: ${valueless.activation.label} has no value on the way`;
  const worst = hero.travellers.reduce((a, b) => (Math.abs(arrives(b)) > Math.abs(arrives(a)) ? b : a));
  const size = arrives(worst);
  if (size < -7) return `The same error signal, thirty layers later: ${worst.activation.label} loses it`;
  if (size > 3) return 'The same error signal, thirty layers later: it explodes';
  return 'The same error signal, thirty layers later';
}

/** What the picture shows, for those who cannot see it. */
export function describe(hero: Hero): string {
  const parts = hero.travellers.map(
    (t) => `${t.activation.label} from ${t.init} weights ${spoken(arrives(t))}`,
  );
  return (
    `Line chart, logarithmic. From left to right the gradient travels back from layer ${hero.depth} to layer 1; ` +
    `it starts at 1. What arrives, as the median of ${hero.travellers[0]?.samples.length} random networks: ${parts.join(', ')}. ` +
    'Below about 10 to the power −8 a dotted line marks where a 16-bit float stores zero.'
  );
}

/** The numbers that matter now, in one sentence. */
export function finding(hero: Hero): string {
  const parts = hero.travellers.map((t) => `${t.activation.label} ${written(arrives(t))}`);
  return `Of a gradient of 1 at layer ${hero.depth}, layer 1 receives: ${parts.join(', ')}.`;
}

const written = (decades: number): string => {
  const { lead, power } = left(decades);
  return power ? `${lead}^${power}` : lead;
};
