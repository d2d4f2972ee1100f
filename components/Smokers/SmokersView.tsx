import { useEffect, useState } from 'preact/hooks';
import type { ViewProps } from '../../src/figure/widget.ts';
import { Player } from '../../src/training/Player.tsx';
import { useTrainer } from '../../src/training/useTrainer.ts';
import { Cloud } from './Cloud.tsx';
import { bestPlane, type controls } from './controls.ts';
import type { SmokersResult } from './model.ts';

/** The live cloud, the player, and the way back to the best plane. */
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
        <button type="button" class="btn" data-act="best-plane" onClick={() => set(bestPlane)}>
          Best of all planes
        </button>
      </Player>
    </>
  );
}
