import type { ViewProps } from '../../src/figure/widget.ts';
import type { RealNeuronControls } from './controls.ts';
import { type Part, parts } from './parts.ts';

/** The six pairs in words. Once awake, pointing at a pair or focusing its name lights it in both drawings. */
export function RealNeuronView({ settings, live, set }: ViewProps<RealNeuronControls, Part | null>) {
  return (
    <div class="pairs">
      <div class="pair pairs-head" aria-hidden="true">
        <span>Cell and unit</span>
        <span>What they share</span>
        <span>Where the likeness ends</span>
      </div>
      <dl>
        {parts.map((part) => {
          const lit = settings.part === part.name;
          const light = () => set({ part: part.name });
          const names = (
            <>
              <b>{part.cell}</b>
              <span class="partner">
                {part.unit} <Notation text={part.symbol} />
              </span>
            </>
          );
          return (
            <div
              key={part.name}
              class={lit ? 'pair lit' : 'pair'}
              data-pair={part.name}
              onPointerEnter={live ? light : undefined}
            >
              <dt>
                {live ? (
                  <button type="button" aria-pressed={lit} onFocus={light} onClick={light}>
                    {names}
                  </button>
                ) : (
                  names
                )}
              </dt>
              <dd>{part.shared}</dd>
              <dd class="breaks">{part.breaks}</dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}

/** `w_i x_i` in the voice of the formulas. */
function Notation({ text }: { text: string }) {
  return (
    <span class="symbol">
      {text.split('_i').flatMap((letters, i) => (i > 0 ? [<sub key={i}>i</sub>, letters] : [letters]))}
    </span>
  );
}
