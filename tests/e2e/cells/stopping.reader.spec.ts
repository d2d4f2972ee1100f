import { expect, test } from './reader.ts';

test('a runaway cell shows its time and is stopped by the reader; the others come back', async ({
  neuron,
  spikes,
  gates,
}) => {
  await gates.writeAndRun('const kept = view(Inputs.range([0, 100], { label: "kept", step: 1 }));');
  await gates.out.getByRole('slider').fill('42');
  await spikes.writeAndRun('display(kept);');
  await expect(spikes.out).toHaveText('42');
  await neuron.writeAndRun('while (true);');
  await neuron.state('running');
  await expect(neuron.badge).toHaveText(/^Running, [1-9]\.\d s$/);
  await neuron.button('Stop').click();
  await neuron.state('stopped');
  await expect(neuron.badge).toHaveText('Stopped');
  await expect(neuron.notes).toContainText('Your text is kept');
  await expect(spikes.out).toHaveText('42');
  await expect(gates.out.getByRole('slider')).toHaveValue('42');
  await spikes.writeAndRun('display(kept + 1);');
  await expect(spikes.out).toHaveText('43');
  await gates.out.getByRole('slider').fill('60');
  await expect(spikes.out).toHaveText('61');
  expect(await neuron.text()).toBe('while (true);');
});

test('after a countdown the page stops a silent cell itself', async ({ neuron }) => {
  await neuron.writeAndRun('for (;;) ;');
  await expect(neuron.notes).toContainText(/will stop this cell in [1-4] s/);
  await neuron.state('stopped');
  await expect(neuron.notes).toContainText('gave no answer');
});

test('the reader can allow more time', async ({ neuron }) => {
  await neuron.writeAndRun('for (;;) ;');
  await neuron.notes.getByRole('button', { name: 'Allow 30 s more' }).click();
  await expect(neuron.notes).toContainText(/will stop this cell in (2\d|3\d) s/);
  await neuron.button('Stop').click();
  await neuron.state('stopped');
});

test('what depends on a stopped cell is stale and says why', async ({ neuron, gates }) => {
  await neuron.writeAndRun('const size = 2;');
  await gates.writeAndRun('size + 1');
  await expect(gates.out).toHaveText('3');
  await neuron.writeAndRun('const size = (() => { for (;;) ; })();');
  await neuron.state('running');
  await neuron.button('Stop').click();
  await gates.state('stale');
  await expect(gates.badge).toHaveText('Stale');
});
