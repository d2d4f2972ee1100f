import { standardise } from '../../src/datasets/standardise.ts';
import type { ViewProps } from '../../src/figure/widget.ts';
import { controls } from './controls.ts';
import { type SmokersResult, slices } from './model.ts';
import { box, scaler } from './people.ts';
import type { Plane } from './plane.ts';

/** The slice that a held pointer moves the plane's line in; it outlives the redraws that the drag causes. */
let held: number | null = null;

/** How far along its normal a plane lies that goes through a place of the cloud, on the slider's steps. */
export function offsetThrough({ normal }: Plane, place: readonly [number, number, number]): number {
  const offset = standardise(scaler, place).reduce((sum, z, k) => sum + z * normal[k]!, 0);
  const { min, max } = controls.offset;
  return Math.round(100 * Math.min(max, Math.max(min, offset))) / 100;
}

/** A share 0 … 1 of the way from one bound of the box to the other. */
const along = (axis: 0 | 1, share: number): number =>
  box.min[axis] + Math.min(1, Math.max(0, share)) * (box.max[axis] - box.min[axis]);

/** The plane's line in a slice can be held and moved: the plane shifts along its normal until it goes through the pointer. */
export function dragPlane(
  panels: HTMLElement,
  { result, set }: Pick<ViewProps<typeof controls, SmokersResult>, 'result' | 'set'>,
): () => void {
  const follow = (event: PointerEvent): void => {
    const rim = held === null ? null : panels.querySelectorAll('.slice-rim')[held]?.getBoundingClientRect();
    if (!rim || held === null) return;
    const weight = along(0, (event.clientX - rim.left) / rim.width);
    const pressure = along(1, (rim.bottom - event.clientY) / rim.height);
    set({ offset: offsetThrough(result.plane, [weight, pressure, slices[held]!.age]) });
  };
  const gripOf = ({ target }: Event): Element | null => (target as Element).closest('.plane-grip');
  const letGo = (): void => {
    held = null;
  };

  const ends = new AbortController();
  const { signal } = ends;
  panels.addEventListener(
    'pointerdown',
    (event) => {
      const grip = gripOf(event);
      if (!grip) return;
      held = Number(grip.getAttribute('data-slice'));
      panels.setPointerCapture(event.pointerId);
      event.preventDefault();
    },
    { signal },
  );
  panels.addEventListener('pointermove', follow, { signal });
  panels.addEventListener('pointerup', letGo, { signal });
  panels.addEventListener('pointercancel', letGo, { signal });
  // A finger on the line moves it; beside the line it scrolls the page.
  panels.addEventListener('touchstart', (event) => gripOf(event) && event.preventDefault(), {
    signal,
    passive: false,
  });
  return () => ends.abort();
}
