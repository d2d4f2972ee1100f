import { activationFromFormula } from '../activations/formula/index.ts';
import { registerActivation } from '../activations/index.ts';
import { Desk, type Order } from './desk.ts';

/** A function that the reader typed; the page's list is unknown here. */
interface Typed {
  readonly id: string;
  readonly label: string;
  readonly formula: string;
}

const desk = new Desk((answer) => {
  const moved =
    answer.kind === 'snapshot'
      ? [
          answer.snapshot.logits.buffer,
          ...answer.snapshot.layers.flatMap((l) => [l.weights.buffer, l.biases.buffer]),
        ]
      : [];
  postMessage(answer, { transfer: moved });
});

addEventListener('message', ({ data }: MessageEvent<Order | { kind: 'own'; list: readonly Typed[] }>) => {
  if (data.kind === 'own')
    for (const own of data.list) registerActivation(activationFromFormula(own.formula, own));
  else desk.take(data);
});
