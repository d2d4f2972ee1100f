import { useEffect, useRef, useState } from 'preact/hooks';
import { hueOf } from './cloudPanel.ts';
import { controls } from './controls.ts';
import type { SmokersResult } from './model.ts';
import { type Inks, paintCloud, surfaceOf } from './paint.ts';
import type { View } from './scene.ts';
import { placeStage } from './stage.ts';

/** A pointer that holds the cloud. */
interface Hold {
  readonly from: readonly [x: number, y: number];
  /** The view when it took hold: what it turns, and what a cancelled touch goes back to. */
  readonly view: View;
  /** A finger that has not gone sideways yet turns nothing. */
  readonly claimed: boolean;
}

interface Props {
  readonly result: SmokersResult;
  /** Keeps the view: once the hand rests, so that turning costs no more than painting. */
  turn(view: View): void;
}

const degreesPerPixel = 0.5;
/** A finger turns the cloud once it has gone this far sideways, in px; until then it may be scrolling the page. */
const claimedAfter = 8;
const degreesPerKey = 5;
const restAfter = 350;

const keys: Readonly<Record<string, readonly [yaw: number, pitch: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** For fingers, whose upward and downward ways belong to the page. */
const tilts = [
  ['Tilt up', 15],
  ['Tilt down', -15],
] as const;

const degrees = (angle: number): string => `${String(Math.round(angle)).replace('-', '−')}°`;

/** Whether the cloud still stands as the chapter shows it: only there does the hint keep clear of the axes' names. */
const isFirst = ({ yaw, pitch }: View): boolean =>
  yaw === controls.yaw.default && pitch === controls.pitch.default;

/** The cloud that turns by mouse, finger and arrow keys; lies over the drawn one. */
export function Cloud({ result, turn }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const view = useRef<View>(result.view);
  const resting = useRef(0);
  const held = useRef<Hold | null>(null);
  const [turned, setTurned] = useState(false);
  const surface = useRef<{ logits: Float32Array; triangles: Float32Array } | null>(null);

  const paint = (): void => {
    const element = canvas.current!;
    if (surface.current?.logits !== result.snapshot.logits)
      surface.current = { logits: result.snapshot.logits, triangles: surfaceOf(result) };
    const { clientWidth: width, clientHeight: height } = element;
    const density = devicePixelRatio;
    if (element.width !== Math.round(width * density) || element.height !== Math.round(height * density)) {
      element.width = Math.round(width * density);
      element.height = Math.round(height * density);
    }
    const context = element.getContext('2d');
    if (!context || width === 0) return;
    context.setTransform(density, 0, 0, density, 0, 0);
    const inks = inksOf(element, hueOf(result).line);
    paintCloud({ context, width, height, inks }, result, surface.current.triangles, view.current);
  };
  const newest = useRef(paint);
  newest.current = paint;

  useEffect(() => {
    if (resting.current === 0) view.current = result.view;
    paint();
  }, [result]);
  useEffect(() => {
    placeStage(canvas.current!.closest('.fig-body')!.querySelector<HTMLElement>('.panels')!);
    return repaintWhenSeenAnew(canvas.current!, () => newest.current());
  }, []);

  const look = ({ yaw, pitch }: View): void => {
    const turned = ((((yaw + 180) % 360) + 360) % 360) - 180;
    view.current = { yaw: turned, pitch: Math.max(-90, Math.min(90, pitch)) };
    paint();
    setTurned(true);
    clearTimeout(resting.current);
    resting.current = window.setTimeout(() => {
      resting.current = 0;
      turn(view.current);
    }, restAfter);
  };
  const move = (yaw: number, pitch: number): void =>
    look({ yaw: view.current.yaw + yaw, pitch: view.current.pitch + pitch });
  const follow = (event: PointerEvent): void => {
    const hold = held.current;
    if (!hold) return;
    // Not movementX: for fingers, and on zoomed screens, browsers do not agree on its unit.
    const [x, y] = [event.clientX - hold.from[0], event.clientY - hold.from[1]];
    if (!hold.claimed && (Math.abs(x) < claimedAfter || Math.abs(x) < Math.abs(y))) return;
    held.current = { ...hold, claimed: true };
    look({ yaw: hold.view.yaw + x * degreesPerPixel, pitch: hold.view.pitch + y * degreesPerPixel });
  };
  const letGo = (): void => {
    held.current = null;
  };
  return (
    <div class="cloud-stage">
      <div
        class="cloud-turn"
        role="slider"
        tabIndex={0}
        aria-label="Turn the cloud of 600 invented people"
        aria-valuemin={-180}
        aria-valuemax={180}
        aria-valuenow={result.view.yaw}
        aria-valuetext={`turned ${degrees(result.view.yaw)}, tilted ${degrees(result.view.pitch)}`}
        onKeyDown={(event) => {
          const step = keys[event.key];
          if (!step) return;
          event.preventDefault();
          const size = degreesPerKey * (event.shiftKey ? 4 : 1);
          move(step[0] * size, step[1] * size);
        }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          const claimed = event.pointerType !== 'touch';
          held.current = { from: [event.clientX, event.clientY], view: view.current, claimed };
        }}
        onPointerMove={follow}
        onPointerUp={letGo}
        onPointerCancel={() => {
          if (held.current?.claimed) look(held.current.view);
          letGo();
        }}
      >
        <canvas ref={canvas} />
        {!turned && isFirst(result.view) && <p class="cloud-hint">Drag, or press the arrow keys, to turn</p>}
      </div>
      <p class="cloud-tilt">
        {tilts.map(([name, pitch]) => (
          <button key={name} type="button" class="btn" onClick={() => move(0, pitch)}>
            {name}
          </button>
        ))}
      </p>
    </div>
  );
}

/** Paints again when the size or the theme changes. */
function repaintWhenSeenAnew(canvas: HTMLCanvasElement, paint: () => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const themes = new MutationObserver(paint);
  const sizes = new ResizeObserver(paint);
  themes.observe(document.documentElement, { attributes: true });
  sizes.observe(canvas);
  dark.addEventListener('change', paint);
  return () => {
    themes.disconnect();
    sizes.disconnect();
    dark.removeEventListener('change', paint);
  };
}

/** A canvas knows no variables: the element itself is asked what they come to. */
function inksOf(element: HTMLElement, hue: string): Inks {
  const resolve = (value: string): string => {
    element.style.color = value;
    return getComputedStyle(element).color;
  };
  return {
    ink: resolve('var(--ink)'),
    quiet: resolve('var(--ink-3)'),
    rule: resolve('var(--rule)'),
    paper: resolve('var(--paper)'),
    hue: resolve(hue),
    words: getComputedStyle(element).fontFamily,
  };
}
