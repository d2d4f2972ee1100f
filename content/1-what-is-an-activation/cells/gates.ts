const step = (h: number) => (h >= 0 ? 1 : 0);

// Answers to 00, 01, 10, 11 in a row: 0001 is AND, 0110 XOR.
const gate = (w1: number, w2: number, b: number) =>
  [b, w2 + b, w1 + b, w1 + w2 + b].map((h) => step(h)).join('');

display({
  AND: gate(1, 1, -1.5),
  OR: gate(1, 1, -0.5),
  NOT: gate(-1, 0, 0.5), // of the first input
  NAND: gate(-1, -1, 1.5),
});

const tables = Array.from({ length: 16 }, (_, k) =>
  k.toString(2).padStart(4, '0'),
);
const tally = Object.fromEntries(
  tables.map((table) => [table, 0]),
);
const values = [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2];
for (const w1 of values)
  for (const w2 of values)
    for (const b of values) tally[gate(w1, w2, b)] += 1;

tally;
