import type { ComponentChildren } from 'preact';
import { hasEnded, type Trained } from './trained.ts';
import type { Trainer } from './useTrainer.ts';
import './Player.css';
import { wholeNumber } from '../figure/wholeNumber.ts';

const speeds = [2, 20, 200, 2000];

const primary = { done: 'Train from the start', playing: 'Pause', paused: 'Go on' } as const;

interface Props {
  readonly trainer: Trainer;
  readonly result: Trained;
  /** More buttons of the figure's own. */
  readonly children?: ComponentChildren;
}

/** Train, pause, step, start over, run to the end; how fast; and where the course stands. */
export function Player({ trainer, result, children }: Props) {
  const { mode, speed } = trainer;
  const { step } = result.snapshot;
  const { steps } = result.course;
  const over = mode === 'paused' && (step >= steps || hasEnded(result.snapshot));
  return (
    <div class="player needs-script">
      <button
        type="button"
        class="btn main"
        data-act="play"
        onClick={mode === 'playing' ? trainer.pause : trainer.play}
      >
        {over ? primary.done : primary[mode]}
      </button>
      <button type="button" class="btn" data-act="step" onClick={trainer.step}>
        One step
      </button>
      <button type="button" class="btn" data-act="restart" onClick={trainer.restart}>
        Back to step 0
      </button>
      <button type="button" class="btn" data-act="finish" disabled={mode === 'done'} onClick={trainer.finish}>
        To the end
      </button>
      <Standing result={result} />
      <div class="player-more">
        <label class="player-speed">
          Speed
          <span class="select">
            <select value={speed} onInput={(event) => trainer.setSpeed(Number(event.currentTarget.value))}>
              {speeds.map((s) => (
                <option key={s} value={s} selected={s === speed}>
                  {`${wholeNumber(s)} steps a second`}
                </option>
              ))}
            </select>
          </span>
        </label>
        {children}
      </div>
    </div>
  );
}

/** Where the course stands; a run that broke off is not said to have gone on. */
function Standing({ result }: { readonly result: Trained }) {
  const { step, train, divergences } = result.snapshot;
  const first = divergences.find(({ start }) => start === 0);
  const [at, of] = [step, result.course.steps].map(wholeNumber);
  if (first && hasEnded(result.snapshot)) {
    return (
      <span class="player-step">
        {train.length > 1 ? 'Start 1 stopped' : 'Stopped'} at step <b>{wholeNumber(first.step)}</b> of {of}
      </span>
    );
  }
  return (
    <span class="player-step">
      Step <b>{at}</b> of {of}
      {first && `; start 1 stopped at step ${wholeNumber(first.step)}`}
    </span>
  );
}
