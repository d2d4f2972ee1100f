import type { Frame, Panel } from '../../src/figure/widget.ts';
import { errorPanel } from './errorPanel.ts';
import { functionPanels } from './functionPanels.ts';
import { microscopePanel } from './microscopePanel.ts';
import type { Lab } from './model.ts';

const GAP = 28;

/** Error and microscope side by side, f, f′ and f″ below; or one of them alone. */
export function draw(lab: Lab, frame: Frame): Panel[] {
  const { show } = lab;
  const roomy = frame.width >= 560;
  const half = { ...frame, width: roomy ? Math.floor((frame.width - GAP) / 2) : frame.width };
  const alone = { ...frame, width: Math.min(frame.width, 560) };
  return [
    ...(show === 'all' || show === 'error' ? [errorPanel(lab, show === 'all' ? half : alone)] : []),
    ...(show === 'all' || show === 'microscope' ? [microscopePanel(lab, show === 'all' ? half : alone)] : []),
    ...(show === 'all' || show === 'functions' ? functionPanels(lab, frame) : []),
  ];
}
