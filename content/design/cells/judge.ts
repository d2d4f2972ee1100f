// phi comes from the cell above. Any function of x will do here:
// try (x: number) => x * Math.abs(Math.sin(x)), or Math.random.
const judged = phi;

const verdicts = design.verdicts(judged);
display(Inputs.table(verdicts));

const { nonlinear, gradient, zeroCentred, differentiable } =
  design.scorecard(judged);
const score = {
  'a bend': nonlinear.index,
  'a gradient that survives': gradient.score,
  'a mean of zero': zeroCentred.score,
  'a slope everywhere': differentiable.score,
  'χ, with matching weights': gradient.chi,
  'σ² of those weights': gradient.sigmaW2,
};
const rows = Object.entries(score);
display(
  Inputs.table(rows.map(([wish, score]) => ({ wish, score }))),
);
