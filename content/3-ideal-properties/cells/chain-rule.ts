const net = { w1: 1.5, b1: -0.2, w2: -2, b2: 0.3 };
const x = 0.7;

const output = ({ w1, b1, w2, b2 } = net, input = x) =>
  Math.tanh(w2 * Math.tanh(w1 * input + b1) + b2);

// Forward: keep every number on the way.
const h1 = net.w1 * x + net.b1;
const a1 = Math.tanh(h1);
const h2 = net.w2 * a1 + net.b2;

// Backward: each layer gives one slope and one weight.
const slopeAt = (h: number) => 1 - Math.tanh(h) ** 2;
const d2 = slopeAt(h2); // do/dh2
const d1 = d2 * net.w2 * slopeAt(h1); // do/dh1

const tiny = 1e-5;
const nudge = (f: (change: number) => number) =>
  (f(tiny) - f(-tiny)) / (2 * tiny);
const nudged = (name: keyof typeof net) =>
  nudge((c) => output({ ...net, [name]: net[name] + c }));

const chainRows = [
  ['x', d1 * net.w1, nudge((c) => output(net, x + c))],
  ['w1', d1 * x, nudged('w1')],
  ['b1', d1, nudged('b1')],
  ['w2', d2 * a1, nudged('w2')],
  ['b2', d2, nudged('b2')],
].map(([by, backward, difference]) => ({
  'do by d…': by,
  'chain rule': backward,
  'finite difference': difference,
}));

display(output());
display(Inputs.table(chainRows));
