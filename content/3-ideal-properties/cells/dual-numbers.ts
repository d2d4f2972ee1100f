type Dual = { v: number; d: number }; // value, derivative

const plus = (a: Dual, b: Dual): Dual => ({
  v: a.v + b.v,
  d: a.d + b.d,
});
const times = (a: Dual, b: Dual): Dual => ({
  v: a.v * b.v,
  d: a.d * b.v + a.v * b.d,
});
const exp = (a: Dual): Dual => ({
  v: Math.exp(a.v),
  d: a.d * Math.exp(a.v),
});
const tanh = (a: Dual): Dual => ({
  v: Math.tanh(a.v),
  d: a.d * (1 - Math.tanh(a.v) ** 2),
});
const number = (v: number): Dual => ({ v, d: 0 });

// GELU in its tanh form: ½ x (1 + tanh(c (x + 0.044715 x³))).
function formula(x: Dual): Dual {
  const cube = times(x, times(x, x));
  const inner = plus(x, times(number(0.044715), cube));
  const bend = tanh(times(number(Math.sqrt(2 / Math.PI)), inner));
  return times(times(number(0.5), x), plus(number(1), bend));
}

const derivative = (f: (x: Dual) => Dual, x: number) =>
  f({ v: x, d: 1 }).d;

const dualRows = [-1, 0, 1].map((point) => ({
  x: point,
  'dual numbers': derivative(formula, point),
  'the book’s φ′': activations.geluTanh.df(point),
}));
display(Inputs.table(dualRows));
display({ 'slope of exp at 1': derivative(exp, 1) });
