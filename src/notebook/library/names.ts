/**
 * What the book puts in scope of every cell, with a line for the reader. Kept apart from the things themselves, so that
 * the page can check names and complete them without loading a library.
 */
export const libraryNames: Readonly<Record<string, string>> = {
  activations:
    'Every activation function of the book, with derivatives: activations.relu.f(2), activations.gelu.df(0); and of yours: activations.findActivation("my bend").',
  network: 'Layers, initialisation, losses, optimizers and training on typed arrays.',
  theory: 'Mean-field theory of deep networks: what width to infinity predicts.',
  datasets: 'Seeded data sets and the handwritten digits.',
  design:
    'Functions of your own: design.fromFormula("max(0.1x, x)"), and check, verdicts and scorecard for any function of x.',
  dual: 'Dual numbers, which carry a value with its first and second derivative: dual.mul(x, dual.sigmoid(x)) of x = dual.variable(2).',
  random: 'Random numbers that repeat: const draw = random(7); draw.uniform(), draw.normal().',
  Plot: 'Observable Plot in the book’s type and colours: Plot.plot({ariaLabel: "Error by step size", marks: […]}) names its picture for screen readers.',
  Inputs:
    'Controls: view(Inputs.range([0, 1], {label: "slope"})), number, select, radio, checkbox, toggle, text, button, table.',
  html: 'Safe HTML as a template with values in it: html`<b>…</b>`.',
  svg: 'Safe SVG as a template with values in it: svg`<circle r="4" />`.',
};

/** The same for what each cell gets anew. */
export const cellNameDocs: Readonly<Record<string, string>> = {
  display: 'display(x) shows x below the cell and returns it.',
  view: 'const x = view(Inputs.range([0, 1])) shows a control; x is its current value in the other cells.',
  keep: 'keep("my bend", "max(0.1x, x)") shows a function, with a button that keeps it in the whole book, and returns it. A function of dual numbers will do too: keep("bell", (x) => dual.exp(dual.mul(-1, x, x))).',
  invalidation: 'A promise that resolves when the cell is about to run again.',
  console: 'console.log(x) writes a line below the cell.',
  setTimeout: 'Runs a function later; ends with the cell’s next run.',
  setInterval: 'Runs a function again and again; ends with the cell’s next run.',
  queueMicrotask: 'Runs a function as soon as the current code ends.',
};
