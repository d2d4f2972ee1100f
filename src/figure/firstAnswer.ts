/** Gives `part` the fullest version that has come and each fuller one; resolves with the whole answer. */
export type Rest<R> = (part: (soFar: R) => void) => Promise<R>;

/** What came first of an answer, and where the rest of it is to be had; null when it came whole. */
export interface FirstAnswer<R> {
  readonly result: R;
  readonly rest: Rest<R> | null;
}

/** Waits until a picture can be drawn: for the first part of an answer, or for the whole where it has no parts. */
export async function firstAnswer<R>(
  compute: (part: (soFar: R) => void) => R | Promise<R>,
): Promise<FirstAnswer<R>> {
  let begun = false;
  let missed: { readonly soFar: R } | null = null;
  let land = (soFar: R): void => {
    missed = { soFar };
  };
  let whole: R | Promise<R> | undefined;
  const result = await new Promise<R>((resolve, reject) => {
    whole = compute((soFar) => {
      if (begun) land(soFar);
      begun = true;
      resolve(soFar);
    });
    Promise.resolve(whole).then(resolve, reject);
  });
  const rest: Rest<R> = async (part) => {
    land = part;
    if (missed) part(missed.soFar);
    return whole!;
  };
  return { result, rest: begun ? rest : null };
}
