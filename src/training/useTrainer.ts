import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Controls, ViewProps } from '../figure/widget.ts';
import { type OpenCourse, openCourse } from './courses.ts';
import type { Snapshot } from './spec.ts';
import { hasEnded, type Trained } from './trained.ts';

/** `done`: the picture shows the whole course; else a course of the reader's own is under way. */
export type Mode = 'done' | 'playing' | 'paused';

export interface Trainer {
  readonly mode: Mode;
  /** Steps per second. */
  readonly speed: number;
  setSpeed(speed: number): void;
  /** Goes on, or starts again from step 0 when the course is over. */
  play(): void;
  pause(): void;
  /** One step more, or the first one of a new course when it is over; then a pause. */
  step(): void;
  /** Back to the untrained networks. */
  restart(): void;
  /** Trains to the last step at once. */
  finish(): void;
}

/** Milliseconds between two pictures: often enough for the eye; and pictures take this share of the page's time at most. */
const pictureEvery = 80;
const mostDrawing = 1 / 10;

/** Milliseconds of work on a picture begun at `before`: drawing, in the next microtasks, and painting, after the next frame. */
async function untilPainted(before: number): Promise<number> {
  await Promise.resolve();
  const drawn = performance.now() - before;
  await new Promise((resolve) => requestAnimationFrame(resolve));
  const frame = performance.now();
  await new Promise((resolve) => setTimeout(resolve, 0));
  return drawn + performance.now() - frame;
}

/** A course that the reader watches. */
interface Watched {
  readonly key: string;
  readonly course: Promise<OpenCourse>;
  step: number;
  snapshot: Snapshot | null;
}

/** Trains before the reader: shows snapshots of a course of its own until the settings ask for another. */
export function useTrainer<C extends Controls, R extends Trained>(props: ViewProps<C, R>): Trainer {
  const [mode, setMode] = useState<Mode>('done');
  const [speed, setSpeed] = useState(200);
  const latest = useRef({ ...props, speed });
  latest.current = { ...props, speed };
  const watched = useRef<Watched | null>(null);

  const drawing = useRef(0);
  const runs = useRef(0);
  const isOver = ({ snapshot }: Watched): boolean => snapshot !== null && hasEnded(snapshot);

  const leave = (): void => {
    watched.current?.course.then((course) => course.close());
    watched.current = null;
  };
  const begin = (): Watched => {
    leave();
    const { key, spec } = latest.current.result.course;
    watched.current = { key, course: openCourse(spec), step: 0, snapshot: null };
    return watched.current;
  };
  const goTo = async (mine: Watched, step: number): Promise<void> => {
    mine.step = step;
    // What cannot be trained, the figure's own computation has already said.
    const snapshot = await mine.course.then((course) => course.advance(step)).catch(() => null);
    if (!snapshot || watched.current !== mine) return;
    mine.snapshot = snapshot;
    const before = performance.now();
    latest.current.show({ ...latest.current.result, snapshot });
    drawing.current = await untilPainted(before);
  };
  const run = async (mine: Watched): Promise<void> => {
    const { steps } = latest.current.result.course;
    // A run that a pause should have ended may sleep through it: the newest one alone goes on.
    const number = ++runs.current;
    const playing = (): boolean =>
      number === runs.current && watched.current === mine && modeNow.current === 'playing';
    let before = performance.now();
    while (playing() && mine.step < steps && !isOver(mine)) {
      const pause = Math.max(pictureEvery, drawing.current / mostDrawing, 1000 / latest.current.speed);
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, before + pause - performance.now())));
      const now = performance.now();
      const count = Math.max(1, Math.round(((now - before) * latest.current.speed) / 1000));
      before = now;
      if (playing()) await goTo(mine, Math.min(steps, mine.step + count));
    }
    if (playing()) change('done');
  };
  const modeNow = useRef<Mode>('done');
  const change = (next: Mode): void => {
    modeNow.current = next;
    setMode(next);
  };

  // The hook has no dependency list on purpose: `result` is another object after every change of settings and every step.
  useLayoutEffect(() => {
    const mine = watched.current;
    const { result, show } = props;
    if (!mine || mine.snapshot === result.snapshot) return;
    if (mine.key === result.course.key) {
      if (mine.snapshot && modeNow.current !== 'done') show({ ...result, snapshot: mine.snapshot });
    } else if (modeNow.current === 'playing') void run(begin());
    else {
      leave();
      change('done');
    }
  });

  return {
    mode,
    speed,
    setSpeed,
    play: () => {
      const { steps } = latest.current.result.course;
      const mine =
        watched.current && watched.current.step < steps && !isOver(watched.current)
          ? watched.current
          : begin();
      change('playing');
      void (mine.snapshot ? Promise.resolve() : goTo(mine, 0)).then(() => run(mine));
    },
    pause: () => change('paused'),
    step: () => {
      const { snapshot, course } = latest.current.result;
      const { step } = watched.current?.snapshot ?? snapshot;
      const over = step >= course.steps || hasEnded(snapshot);
      const mine = (!over && watched.current) || begin();
      change('paused');
      void goTo(mine, over ? 1 : step + 1);
    },
    restart: () => {
      change('paused');
      void goTo(begin(), 0);
    },
    finish: () => {
      change('paused');
      const mine = watched.current ?? begin();
      void goTo(mine, latest.current.result.course.steps).then(() => change('done'));
    },
  };
}
