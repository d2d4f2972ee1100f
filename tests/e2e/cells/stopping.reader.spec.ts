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

const kernelScript = /notebook-kernel[^/]*\.js/;

test('a cell stopped while its kernel is on the way does not run later', async ({ page, neuron, spikes }) => {
  let release = (): void => undefined;
  const held = new Promise<void>((go) => {
    release = go;
  });
  await page.route(kernelScript, async (route) => {
    await held;
    await route.continue();
  });
  await neuron.write('console.log("too late")');
  await neuron.button('Run').click();
  await neuron.button('Stop').click();
  await neuron.state('stopped');
  release();
  await spikes.writeAndRun('console.log("meanwhile")');
  await expect(spikes.out.getByRole('log')).toHaveText('meanwhile');
  await neuron.state('stopped');
  await expect(neuron.out.getByRole('log')).toHaveCount(0);
  await neuron.button('Run').click();
  await expect(neuron.out.getByRole('log')).toHaveText('too late');
});

test('a kernel that cannot be loaded is said so', async ({ page, neuron }) => {
  // The browser would write a request that failed to the console.
  await page.route(kernelScript, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'throw 0' }),
  );
  await neuron.run();
  await expect(neuron.notes).toContainText('could not be loaded');
  await neuron.state('unchanged');
  await expect(neuron.button('Run')).toBeVisible();
});
