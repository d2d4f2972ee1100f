import { useEffect, useRef, useState } from 'preact/hooks';
import type { ViewProps } from '../../src/figure/widget.ts';
import { Player } from '../../src/training/Player.tsx';
import { useTrainer } from '../../src/training/useTrainer.ts';
import { Cloud } from './Cloud.tsx';
import { bestPlane, type controls, firstPlane } from './controls.ts';
import type { SmokersResult } from './model.ts';
import { seen } from './people.ts';
import { type Plane, planeOf, planeRight } from './plane.ts';

/** The live cloud, the player, and the search for a plane. */
export function SmokersView(props: ViewProps<typeof controls, SmokersResult>) {
  const { result, live, set } = props;
  const trainer = useTrainer(props);
  // Not in the first rendering, which must be the one that the build wrote.
  const [awake, wake] = useState(false);
  useEffect(() => wake(live), [live]);
  return (
    <>
      {awake && <Cloud result={result} turn={set} />}
      <Player trainer={trainer} result={result}>
        <button type="button" class="btn" data-act="own-plane" onClick={() => set(firstPlane)}>
          Lay a plane yourself
        </button>
        <button type="button" class="btn" data-act="best-plane" onClick={() => set(bestPlane)}>
          Best of all planes
        </button>
        <Tally plane={result.plane} />
      </Player>
    </>
  );
}

const best = planeOf(bestPlane);
const isBest = ({ normal, offset }: Plane): boolean =>
  offset === best.offset && normal.every((value, k) => value === best.normal[k]);

/** How many of the 600 the plane gets right, and the most that the reader's own planes did. */
function Tally({ plane }: { readonly plane: Plane }) {
  const most = useRef(0);
  const right = planeRight(plane, seen);
  if (!isBest(plane)) most.current = Math.max(most.current, right);
  const own = most.current > 0 ? `; your best so far ${most.current}` : '';
  return (
    <span class="plane-tally">
      {isBest(plane) ? 'Best of all planes' : 'Your plane'}: <b>{right}</b> of {seen.labels.length} right{own}
    </span>
  );
}
