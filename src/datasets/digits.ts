/** The 1,797 handwritten digits of data/README.md. */
export interface Digits {
  /** Pixel counts 0…16, 64 per image (8 rows of 8), in the original order. */
  readonly pixels: Uint8Array;
  /** Classes 0…9. */
  readonly labels: Uint8Array;
}

/** The credit that the licence (CC BY 4.0) asks for; print it where the digits are shown. */
export const digitsCredit =
  'Alpaydin, E. & Kaynak, C. (1998). Optical Recognition of Handwritten Digits. UCI Machine Learning Repository. ' +
  'https://doi.org/10.24432/C50P49 (CC BY 4.0; re-encoded, values unchanged)';

/** Mean and population standard deviation of pixels/16 over the training rows. */
export const digitsScale = { mean: 0.30523365765859767, deviation: 0.3762479483074001 } as const;

const COUNT = 1797;
const PIXELS = 64;

/** Loads the digits, about 40 KB, on first use. Works in Node, in pages, from file:// and in sandboxed workers. */
export function loadDigits(): Promise<Digits> {
  loading ??= import('./digitsPacked.ts').then(({ packedDigits }) => unpackDigits(packedDigits));
  return loading;
}

let loading: Promise<Digits> | undefined;

/** Undoes scripts/pack-digits.ts. Throws RangeError when the data do not have the expected length. */
export async function unpackDigits(packed: string): Promise<Digits> {
  const deflated = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const stream = new Blob([deflated]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  if (bytes.length !== COUNT * (PIXELS + 1)) {
    throw new RangeError(`invalid digits: ${bytes.length} bytes; expected ${COUNT * (PIXELS + 1)}`);
  }
  const labels = bytes.slice(0, COUNT);
  // Images are stored sorted by label; a stable sort of the labels tells where each one belongs.
  const order = Array.from(labels.keys()).sort((a, b) => labels[a]! - labels[b]!);
  const pixels = new Uint8Array(COUNT * PIXELS);
  order.forEach((image, place) => {
    for (let p = 0; p < PIXELS; p++) pixels[image * PIXELS + p] = bytes[COUNT * (p + 1) + place]!;
  });
  return { pixels, labels };
}

/** Standardised images, one per row, with their classes. */
export interface DigitsPart {
  /** count × 64, (pixel/16 − mean)/deviation, in about [−0.81, 1.85]. */
  readonly inputs: Float64Array;
  readonly labels: Uint8Array;
  /** Index of each row in the whole set. */
  readonly indices: Uint16Array;
}

/** The book's split: test = rows whose index mod 3 is 2 (599), training = the other 1198, scaled by `digitsScale`. */
export function splitDigits(digits: Digits): { readonly train: DigitsPart; readonly test: DigitsPart } {
  const indices = Array.from(digits.labels.keys());
  return {
    train: part(
      digits,
      indices.filter((i) => i % 3 !== 2),
    ),
    test: part(
      digits,
      indices.filter((i) => i % 3 === 2),
    ),
  };
}

function part({ pixels, labels }: Digits, indices: readonly number[]): DigitsPart {
  const inputs = new Float64Array(indices.length * PIXELS);
  indices.forEach((image, row) => {
    for (let p = 0; p < PIXELS; p++) {
      const value = pixels[image * PIXELS + p]! / 16;
      inputs[row * PIXELS + p] = (value - digitsScale.mean) / digitsScale.deviation;
    }
  });
  return { inputs, labels: Uint8Array.from(indices, (i) => labels[i]!), indices: Uint16Array.from(indices) };
}
