const phi = activations.gelu;
const variance = 2; // of the weights, times fan-in: He
const q = 1; // mean square of the pre-activations

// Three ways to average g(h) over h = √q z, z standard normal.
const draw = random(1);
function monteCarlo(g: (h: number) => number, count = 20000) {
  let sum = 0;
  for (let i = 0; i < count; i++)
    sum += g(Math.sqrt(q) * draw.normal());
  return sum / count;
}

// Gauss and Hermite: ten points, ±z, with these weights.
const hermite = [
  [0.484935708, 0.344642335],
  [1.465989094, 0.135483703],
  [2.484325842, 0.0191115805],
  [3.581823484, 0.000758070934],
  [4.859462828, 4.31065263e-6],
];
const tenPoints = (g: (h: number) => number) =>
  hermite.reduce((sum, [z, weight]) => {
    const h = Math.sqrt(q) * z;
    return sum + weight * (g(h) + g(-h));
  }, 0);

// A plain fine sum under the bell curve.
function fineSum(g: (h: number) => number) {
  let sum = 0;
  for (let z = -9; z <= 9; z += 0.05)
    sum += g(Math.sqrt(q) * z) * Math.exp((-z * z) / 2) * 0.05;
  return sum / Math.sqrt(2 * Math.PI);
}

const squaredSlope = (h: number) => phi.df(h) ** 2;
const chi = variance * fineSum(squaredSlope);
const pull = (h: number) => h * phi.f(h) * phi.df(h);

display(
  Inputs.table([
    {
      average: '20 000 draws',
      χ: variance * monteCarlo(squaredSlope),
    },
    {
      average: 'ten points',
      χ: variance * tenPoints(squaredSlope),
    },
    { average: 'fine sum', χ: chi },
  ]),
);
display({ 'V′(q)': (variance / q) * fineSum(pull) });
