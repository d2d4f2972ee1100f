import { Raised } from '../../src/figure/Raised.tsx';
import { factText, gradientFacts } from './gradientFacts.ts';
import type { Examined } from './model.ts';

interface Props {
  readonly mine: Examined;
  readonly others: Examined;
}

/** The row under the grade of the gradient: what the grade does not count. */
export const FactsRow = ({ mine, others }: Props) => (
  <tr class="facts">
    <th scope="row">beside it: share saturated, share flat, steepest slope, V′, χ with BatchNorm</th>
    <Facts it={mine} />
    <Facts it={others} />
  </tr>
);

const Facts = ({ it }: { it: Examined }) => (
  <td>
    <dl>
      {gradientFacts.map((fact) => (
        <div key={fact.name}>
          <dt>
            <span aria-hidden="true">
              {fact.symbol}
              {fact.sub && <sub>{fact.sub}</sub>}
            </span>
            <span class="sr">{fact.name}</span>
          </dt>{' '}
          <dd>
            <Raised text={factText(fact, it.card.gradient)} />
          </dd>
        </div>
      ))}
    </dl>
  </td>
);
