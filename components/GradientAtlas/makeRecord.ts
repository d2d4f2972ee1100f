/** Measures the four functions of the atlas anew: `node components/GradientAtlas/makeRecord.ts` (about half a minute). */
import { writeFileSync } from 'node:fs';
import { measure } from './measure.ts';

const round = (value: number): number => Number(value.toFixed(3)) + 0;
const lines: string[] = [];
for (const spec of ['sigmoid', 'tanh', 'relu', 'gelu']) {
  const measured = await measure(spec, 10);
  const rows = measured.map(
    ({ mean, theory, spread, networks }) =>
      `    ${JSON.stringify({ networks, spread: round(spread), mean: mean.map(round), theory: theory.map(round) })}`,
  );
  lines.push(`  "${spec}": [\n${rows.join(',\n')}\n  ]`);
}
writeFileSync(new URL('./record.json', import.meta.url), `{\n${lines.join(',\n')}\n}\n`);
