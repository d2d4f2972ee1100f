const tau = 20; // time constant in ms
const rest = 2; // refractory period in ms
const dt = 0.05; // time step in ms

// Integrates one second and counts the spikes.
function spikes(input: number) {
  let v = 0;
  let count = 0;
  let pause = 0;
  for (let i = 0; i < 1000 / dt; i++) {
    if (pause > 0) pause -= 1;
    else v += (dt / tau) * (input - v);
    if (v >= 1) {
      count += 1;
      v = 0;
      pause = Math.round(rest / dt);
    }
  }
  return count;
}

const exactRate = (input: number) =>
  input > 1
    ? 1000 / (rest + tau * Math.log(input / (input - 1)))
    : 0;

for (const input of [0.9, 1.1, 2, 5]) {
  display({
    input,
    counted: spikes(input),
    exact: exactRate(input),
  });
}
