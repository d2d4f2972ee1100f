import { mayHaveOwn } from '../../src/figure/ownPresence.ts';

const load = () => import('./keep.ts');

/** A cell has drawn a function: shows whether it is kept. */
export const functionDrawn = (node: HTMLElement) => void load().then(({ follow }) => follow(node));

// Cells can make this button, and nothing else: the reader presses it. It works before its cell is awake.
document.addEventListener('click', ({ target }) => {
  const button = (target as Element).closest<HTMLElement>('[data-keep]');
  if (button) void load().then(({ keep }) => keep(button));
});
if (mayHaveOwn('')) document.querySelectorAll<HTMLElement>('.out-function').forEach(functionDrawn);
