/** Keeps a stop of the Tab key only at equations that are wider than their column: there the arrow keys scroll. */
export function startScrolling(): void {
  const watch = new ResizeObserver((changed) => {
    for (const { target } of changed) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0');
      else target.removeAttribute('tabindex');
    }
  });
  for (const equation of document.querySelectorAll('.katex-display[tabindex]')) watch.observe(equation);
}
