import { defineWidget, type ViewProps } from '../../src/figure/widget.ts';
import { controls } from './controls.ts';
import { draw } from './figure.ts';
import { type Machine, machine } from './model.ts';
import { inputAt } from './pad.ts';
import { read, table } from './words.ts';

/** W2.1: a stack of affine layers, the one layer it collapses into, and what a bend in between changes. */
export default defineWidget<typeof controls, Machine>({
  tag: 'CollapseMachine',
  layout: 'wide',
  controls,
  compute: machine,
  draw,
  read,
  table,
  interact,
});

/** A press on the square moves the input there; held, it follows. The root keeps the pointer while panels are redrawn. */
function interact(panels: HTMLElement, { set }: ViewProps<typeof controls, Machine>) {
  const square = (): Element | null => panels.querySelector('[data-panel="pad"] svg');
  const follow = (event: PointerEvent): void => {
    const box = square()!.getBoundingClientRect();
    set(inputAt(box.width, event.clientX - box.left, event.clientY - box.top));
  };
  const press = (event: PointerEvent): void => {
    if (!square()?.contains(event.target as Node)) return;
    panels.setPointerCapture(event.pointerId);
    follow(event);
  };
  const move = (event: PointerEvent): void => {
    if (panels.hasPointerCapture(event.pointerId)) follow(event);
  };
  panels.addEventListener('pointerdown', press);
  panels.addEventListener('pointermove', move);
  return () => {
    panels.removeEventListener('pointerdown', press);
    panels.removeEventListener('pointermove', move);
  };
}
