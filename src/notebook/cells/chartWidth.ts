/** Charts are drawn as wide as they will stand, up to the width of the column, at which the build draws them too. */
export function chartWidth(): number {
  const out = document.querySelector<HTMLElement>('[data-cell] .out')!;
  const { paddingLeft, paddingRight } = getComputedStyle(out);
  const room = out.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
  return Math.round(Math.max(280, Math.min(591, room)));
}
