import { tick } from '../../src/figure/plot.ts';
import type { ViewProps } from '../../src/figure/widget.ts';
import { type controls, heights, places } from './controls.ts';
import type { Drawn } from './model.ts';
import { slopeWords } from './slopeWords.ts';

/** The same line by keyboard: a slider for every handle. Where nothing can be drawn, the answer in words. */
export function HandleSliders({ result, set }: ViewProps<typeof controls, Drawn>) {
  return (
    <>
      {!result.shown && (
        <p class="unasked">
          The slope of {result.activation.label}, from left to right: {slopeWords(result.activation)}.
        </p>
      )}
      <details class="handles needs-script">
        <summary>Set the line point by point</summary>
        <div class="handle-row">
          {places.map((x, i) => (
            <label key={x}>
              <span>x = {tick(x)}</span>
              <input
                type="range"
                min={heights.low}
                max={heights.high}
                step={0.05}
                value={result.line[i]}
                aria-valuetext={`slope ${tick(Number(result.line[i]!.toFixed(2)))}`}
                onInput={(event) => set({ [`p${i}`]: event.currentTarget.valueAsNumber })}
              />
            </label>
          ))}
        </div>
      </details>
    </>
  );
}
