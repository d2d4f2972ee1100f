import type { ViewProps } from '../../src/figure/widget.ts';
import type { RealNeuronControls } from './controls.ts';
import { type Part, parts } from './parts.ts';

/** The six pairs in words. Once awake, the name of a pair is a button that lights it in both drawings. */
export function RealNeuronView({ settings, live, set }: ViewProps<RealNeuronControls, Part | null>) {
  return (
    <dl class="pairs">
      {parts.map((part) => {
        const lit = settings.part === part.name;
        const names = (
          <>
            <b>{part.cell}</b>
            <span class="partner">{part.unit}</span>
          </>
        );
        return (
          <div key={part.name} class={lit ? 'pair lit' : 'pair'} data-pair={part.name}>
            <dt>
              {live ? (
                <button
                  type="button"
                  aria-pressed={lit}
                  onClick={() => set({ part: lit ? 'none' : part.name })}
                >
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
  );
}
