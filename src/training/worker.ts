import { activationFromFormula } from '../activations/formula/index.ts';
import { registerActivation } from '../activations/index.ts';
import { Desk, type Order } from './desk.ts';

/** A function that the reader typed; the page's list is unknown here. */
interface Typed {
  readonly id: string;
  readonly label: string;
  readonly formula: string;
}

/** Registered anew, a function would forget its corners and samples; its id follows from the formula. */
const registered = new Set<string>();

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
  if (data.kind !== 'own') {
    desk.take(data);
    return;
  }
  for (const own of data.list) {
    if (registered.has(own.id)) continue;
    registered.add(own.id);
    registerActivation(activationFromFormula(own.formula, own));
  }
});
