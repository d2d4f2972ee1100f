import { defineWidget, type ViewProps } from '../../src/figure/widget.ts';
import { controls, type RealNeuronControls } from './controls.ts';
import { draw, read, table } from './figure.ts';
import { findPart, type Part } from './parts.ts';
import { RealNeuronView } from './RealNeuronView.tsx';

/** W1.2, left half: a nerve cell and the unit, part by part. */
export default defineWidget<RealNeuronControls, Part | null>({
  tag: 'RealNeuron',
  layout: 'wide',
  controls,
  compute: ({ part }) => findPart(part),
  draw,
  read,
  table,
  View: RealNeuronView,
  interact,
});

/** A pointer on a part of either drawing lights the pair; off the drawings nothing changes. */
function interact(panels: HTMLElement, { settings, set }: ViewProps<RealNeuronControls, Part | null>) {
  const light = (event: Event): void => {
    const part = (event.target as Element).closest('[data-part]')?.getAttribute('data-part');
    if (part && part !== settings.part) set({ part });
  };
  panels.addEventListener('pointerover', light);
  panels.addEventListener('click', light);
  return () => {
    panels.removeEventListener('pointerover', light);
    panels.removeEventListener('click', light);
  };
}
