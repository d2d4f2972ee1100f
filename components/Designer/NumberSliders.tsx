import { useRef } from 'preact/hooks';
import { numbersOf, reachOf, skeletonOf, withNumber } from './numbers.ts';
import { designerId } from './settings.ts';

interface Props {
  readonly formula: string;
  edit(formula: string): void;
}

const nth = ['First', 'Second', 'Third', 'Fourth'];

/** A slider for each number of the formula: the free parameters. Their reach stays while only numbers change. */
export function NumberSliders({ formula, edit }: Props) {
  const skeleton = skeletonOf(formula);
  const numbers = numbersOf(formula);
  const kept = useRef({ skeleton: '', reach: [] as ReturnType<typeof reachOf>[] });
  const beyond = numbers.some(({ text }, i) => Number(text) > (kept.current.reach[i]?.max ?? 0));
  if (kept.current.skeleton !== skeleton || beyond) {
    kept.current = { skeleton, reach: numbers.map(({ text }) => reachOf(Number(text))) };
  }
  if (numbers.length === 0) return null;
  return (
    <div class="numbers">
      {numbers.map((number, i) => {
        const { max, step } = kept.current.reach[i]!;
        const id = `${designerId}-number-${i}`;
        return (
          // The place, not the value, is what a slider is about: it must outlive its own changes.
          <div key={nth[i]} class="ctl range">
            <span class="lab">
              <label for={id}>{nth[i]} number</label>
              <output for={id} aria-live="off">
                {number.text}
              </output>
            </span>
            <input
              id={id}
              type="range"
              min={0}
              max={max}
              step={step}
              value={Number(number.text)}
              style={`--at:${((100 * Number(number.text)) / max).toFixed(2)}%`}
              aria-valuetext={number.text}
              onInput={({ currentTarget }) => edit(withNumber(formula, number, currentTarget.valueAsNumber))}
            />
          </div>
        );
      })}
    </div>
  );
}
