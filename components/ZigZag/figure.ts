import type { Frame, Panel } from '../../src/figure/widget.ts';
import { functionsPanel } from './functionsPanel.ts';
import type { ZigZag } from './model.ts';
import { valleyPanel } from './valleyPanel.ts';

/** The valley, or the functions. */
export function draw(result: ZigZag, frame: Frame): Panel[] {
  return [
    result.tab === 'valley' ? valleyPanel(result, frame) : functionsPanel(result.rows, result.n, frame),
  ];
}
