import { findActivation } from '../../src/activations/index.ts';
import type { Atlas } from './atlas.ts';
import { sayDecades } from './fate.ts';
import { twelve } from './twelve.ts';

/** Twelve functions: theory, and under it what was measured; then the one of the fourth picture, if it is another. */
export function TwelveTable({ result }: { result: Atlas }) {
  const more = result.slice(3).filter(({ spec }) => twelve.every(([known]) => known !== spec));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="scroll twelve" tabIndex={0} aria-label="Twelve functions, theory and measurement">
      <table class="tbl">
        <caption>
          Decades lost (−) or gained between layers 20 and 1: theory, then the mean of twenty networks ± the
          standard deviation of one
        </caption>
        <thead>
          <tr>
            <th scope="col">Function</th>
            {['1/3, PyTorch', '1, Xavier', '2, He'].map((name) => (
              <th key={name} scope="col">
                σ<sub>w</sub>² = {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {twelve.map(([spec, ratios]) => (
            <tr key={spec}>
              <th scope="row">{findActivation(spec).label}</th>
              {ratios.map((ratio, i) => (
                <Entry key={i} ratio={ratio} />
              ))}
            </tr>
          ))}
          {more.map(({ spec, lines }) => (
            <tr key={spec}>
              <th scope="row">
                {findActivation(spec).label}
                <small>{few(lines[0]!.networks)}</small>
              </th>
              {lines.map(({ theory, mean, spread }, i) => (
                <Entry key={i} ratio={[theory[0], mean[0]!, spread]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Without theory a dash stands in its place. */
type Foreseen = readonly [predicted: number | undefined, measured: number, deviation: number];

function Entry({ ratio: [predicted, measured, deviation] }: { ratio: Foreseen }) {
  return (
    <td>
      <b>{predicted === undefined ? '–' : fixed(predicted, 3)}</b>
      <span>
        {fixed(measured, 2)}
        {Number.isFinite(deviation) && ` ± ${fixed(deviation, 2)}`}
      </span>
    </td>
  );
}

/** Where fewer networks were measured than the caption says. */
const few = (networks: number): string => ` (${networks} networks)`;

const fixed = (value: number, digits: number): string =>
  sayDecades(value, (v) => (v === 0 ? '0' : v.toFixed(digits).replace('-', '−')));
