/** A sentence in which `10^−18` stands with a raised exponent. */
export function Raised({ text }: { text: string }) {
  const parts = text.split(/\^(−?\d+)/);
  return <>{parts.map((part, i) => (i % 2 === 1 ? <sup key={`${i}:${part}`}>{part}</sup> : part))}</>;
}
