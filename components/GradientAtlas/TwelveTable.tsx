import { findActivation } from '../../src/activations/index.ts';
import { tick } from '../../src/figure/plot.ts';
import { type Ratio, twelve } from './twelve.ts';

/** Twelve functions: theory, and under it what was measured. */
export function TwelveTable() {
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
        </tbody>
      </table>
    </section>
  );
}

function Entry({ ratio: [predicted, measured, deviation] }: { ratio: Ratio }) {
  return (
    <td>
      <b>{fixed(predicted, 3)}</b>
      <span>
        {fixed(measured, 2)} ± {fixed(deviation, 2)}
      </span>
    </td>
  );
}

const fixed = (value: number, digits: number): string =>
  value === 0 ? tick(0) : value.toFixed(digits).replace('-', '−');
