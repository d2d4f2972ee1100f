import type { ViewProps } from '../../src/figure/widget.ts';
import { Player } from '../../src/training/Player.tsx';
import { useTrainer } from '../../src/training/useTrainer.ts';
import type { controls } from './controls.ts';
import type { PlanarResult } from './model.ts';

/** The player under the map. */
export function PlanarView(props: ViewProps<typeof controls, PlanarResult>) {
  return <Player trainer={useTrainer(props)} result={props.result} />;
}
