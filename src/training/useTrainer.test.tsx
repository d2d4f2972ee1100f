import { render } from 'preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { stage } from '../figure/testing/stage.ts';
import type { CourseSpec, Snapshot } from './spec.ts';
import type { Trained } from './trained.ts';
import { type Trainer, useTrainer } from './useTrainer.ts';

const at = (step: number): Snapshot => ({
  step,
  train: [{ loss: 0, right: 0 }],
  heldOut: [],
  history: [],
  logits: new Float32Array(),
  layers: [],
  divergences: [],
});

vi.mock('./courses.ts', () => ({
  openCourse: async () => ({ advance: async (to: number) => at(to), close: () => {} }),
}));

const whole: Trained = { course: { key: 'probe', spec: {} as CourseSpec, steps: 1000 }, snapshot: at(1000) };

/** A player on its own, and the steps it has shown. */
function player(root: HTMLElement): { readonly steps: number[]; trainer(): Trainer } {
  const steps: number[] = [];
  let trainer: Trainer;
  const show = ({ snapshot }: Trained): number => steps.push(snapshot.step);
  function Probe() {
    trainer = useTrainer({ settings: {}, result: whole, live: true, set: () => {}, show });
    return null;
  }
  render(<Probe />, root);
  return { steps, trainer: () => trainer };
}

const place = stage();
beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => setTimeout(frame, 0));
});

describe('the player', () => {
  it('keeps its speed through a pause shorter than a step', async () => {
    const { steps, trainer } = player(place.root);
    trainer().setSpeed(2);
    trainer().play();
    await vi.advanceTimersByTimeAsync(100);
    for (let i = 0; i < 3; i++) {
      trainer().pause();
      trainer().play();
      await vi.advanceTimersByTimeAsync(50);
    }
    await vi.advanceTimersByTimeAsync(4750);
    expect(steps.at(-1)).toBeGreaterThanOrEqual(8);
    expect(steps.at(-1)).toBeLessThanOrEqual(10);
  });

  it('stands still while it is paused', async () => {
    const { steps, trainer } = player(place.root);
    trainer().play();
    await vi.advanceTimersByTimeAsync(1000);
    trainer().pause();
    await vi.advanceTimersByTimeAsync(200);
    const stopped = steps.at(-1)!;
    expect(stopped).toBeGreaterThan(0);
    await vi.advanceTimersByTimeAsync(2000);
    expect(steps.at(-1)).toBe(stopped);
  });
});
