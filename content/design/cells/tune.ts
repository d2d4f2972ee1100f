// A function of dual numbers: f, f′ and f″ come from one formula.
// Choose a, then tune b until E f is 0.
const { add, mul, sigmoid } = dual;
const a = 1;
const b = 0;
const tuned = (x: Dual) => add(mul(x, sigmoid(mul(a, x))), b);

const card = design.scorecard(tuned);
display(
  Inputs.table([
    { what: 'E f, to be 0', value: card.zeroCentred.mean },
    { what: 'Z, a mean of zero', value: card.zeroCentred.score },
    { what: 'D50, in decades', value: card.gradient.decades },
    { what: 'χ', value: card.gradient.chi },
  ]),
);
display({ 'f, f′ and f″ at 1': tuned(dual.variable(1)) });

// Its operations, written as a formula.
keep('tuned Swish', tuned);
