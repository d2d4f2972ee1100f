import { findActivation } from '../../src/activations/index.ts';
import { digitsCredit } from '../../src/datasets/digits.ts';
import { sayOf, spreadOf } from '../../src/training/trained.ts';
import type { Design } from './model.ts';
import type { Trained } from './realTest.ts';
import type { Subject } from './realTest.worker.ts';
import { type Race, useRealTest } from './useRealTest.ts';

/** The real test: both functions of the card, and three more, learn the digits when the reader asks. */
export function RealTest({ design }: { design: Design }) {
  const { subjects, race, fault, all, start, stop } = useRealTest(design);
  const running = race !== null && race.done < all && !fault;
  return (
    <section class="real-test" aria-labelledby="designer-real">
      <h2 id="designer-real">The real test</h2>
      <p class="ui">
        Ten hidden layers of 64 units learn to read handwritten digits: 15 rounds, weights of the variance
        that keeps the size of a signal, the best of four learning rates, three random starts each.
      </p>
      <p class="real-go">
        <button type="button" class="btn" onClick={running ? () => stop('you stopped it') : start}>
          {running ? 'Stop' : 'Train them here'}
        </button>
        {running && <progress aria-label="Trainings" max={all} value={race.done} />}
        <span role="status">{words(fault, race, all)}</span>
      </p>
      {race && <Results subjects={subjects} race={race} design={design} />}
    </section>
  );
}

interface ResultsProps {
  readonly subjects: readonly Subject[];
  readonly race: Race;
  readonly design: Design;
}

function Results({ subjects, race, design }: ResultsProps) {
  return (
    <>
      <table class="tbl">
        <thead>
          <tr>
            <th scope="col">Function</th>
            <th scope="col">Digits read rightly</th>
            <th scope="col">Learning rate</th>
          </tr>
        </thead>
        <tbody>
          {subjects.map((subject, i) => (
            <Row key={i} name={nameOf(subject, design)} result={race.results[i]} />
          ))}
        </tbody>
      </table>
      <p class="ui">
        599 digits held out; mean ± standard deviation over three starts. Digits: {digitsCredit}
      </p>
    </>
  );
}

interface Name {
  readonly label: string;
  readonly family: string;
}

function nameOf(subject: Subject, { mine }: Design): Name {
  return 'formula' in subject ? { label: mine.label, family: 'yours' } : findActivation(subject.spec);
}

function Row({ name, result }: { name: Name; result: Trained | null | undefined }) {
  return (
    <tr>
      <th scope="row">
        <span class="fnname" style={`color:var(--fn-${name.family}-text)`}>
          {name.label}
        </span>
      </th>
      <td>{result ? percent(result) : result === null ? 'no weights suit it' : '…'}</td>
      <td>{result ? result.rate : ''}</td>
    </tr>
  );
}

const percent = ({ accuracies }: Trained): string =>
  `${sayOf(spreadOf(accuracies.map((share) => 100 * share)), accuracies.length)} %`;

function words(fault: string, race: Race | null, all: number): string {
  if (fault) return `Not trained to the end: ${fault}.`;
  if (!race) return '';
  return race.done < all ? 'Training …' : 'Trained.';
}
