import type { Output } from '../protocol.ts';
import { measure } from './output.ts';

/** What all outputs of one cell together may weigh; the page draws them on its own thread. */
const limits = { outputs: 100, elements: 4000, characters: 2_000_000 };

/** Elements that the page makes at once for an output. A value's inside is drawn only as it is opened. */
function elementsOf(output: Output): number {
  switch (output.type) {
    case 'svg':
      return measure(output.root).elements;
    case 'table':
      return output.rows.length * output.columns.length;
    case 'markup':
      // Every element needs a `<`, and most two.
      return output.text.split('<').length;
    default:
      return 5;
  }
}

/** Counts what a cell shows in one run. */
export class Budget {
  private outputs = 0;
  private elements = 0;
  private characters = 0;

  /** True if there is room for the output, which then counts. */
  take(output: Output): boolean {
    const elements = this.elements + elementsOf(output);
    const characters = this.characters + JSON.stringify(output).length;
    if (this.outputs >= limits.outputs || elements > limits.elements || characters > limits.characters)
      return false;
    this.outputs++;
    this.elements = elements;
    this.characters = characters;
    return true;
  }

  get taken(): number {
    return this.outputs;
  }
}
