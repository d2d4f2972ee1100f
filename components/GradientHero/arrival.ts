/** A gradient of 10^decades in the fewest digits that say it: `0.5`, `10` with a raised −18, `0`; `no value` for none. */
export function left(decades: number): { lead: string; power?: string } {
  if (Number.isNaN(decades)) return { lead: 'no value' };
  if (decades === Number.NEGATIVE_INFINITY) return { lead: '0' };
  if (!Number.isFinite(decades)) return { lead: '∞' };
  if (Math.abs(decades) < 1) return { lead: String(Number((10 ** decades).toPrecision(1))) };
  const power = Math.round(decades);
  return { lead: '10', ...(power !== 1 && { power: String(power).replace('-', '−') }) };
}
