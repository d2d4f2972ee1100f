/** Where charts from the build are drawn for a phone, as in `outputs.css`; their width is that of most phones. */
export const isNarrow = (): boolean => matchMedia('(max-width: 519px)').matches;
export const narrowWidth = 355;

/** Charts are drawn as wide as they will stand, up to the width of the column, at which the build draws them too. */
export function chartWidth(): number {
  const out = document.querySelector<HTMLElement>('[data-cell] .out')!;
  const { paddingLeft, paddingRight } = getComputedStyle(out);
  const room = out.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
  return Math.round(Math.max(280, Math.min(591, room)));
}
