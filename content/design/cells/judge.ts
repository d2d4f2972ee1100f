// phi comes from the cell above. Any function of x will do here:
// try (x: number) => x * Math.abs(Math.sin(x)), or Math.random.
const judged = phi;

display(Inputs.table(design.verdicts(judged)));

const card = design.scorecard(judged);
display(
  Inputs.table([
    { wish: 'a bend', score: card.nonlinear.index },
    {
      wish: 'a gradient that survives',
      score: card.gradient.score,
    },
    { wish: 'a mean of zero', score: card.zeroCentred.score },
    {
      wish: 'a slope everywhere',
      score: card.differentiable.score,
    },
    {
      wish: 'χ, with matching weights',
      score: card.gradient.chi,
    },
    { wish: 'σ² of those weights', score: card.gradient.sigmaW2 },
  ]),
);
