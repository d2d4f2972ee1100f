/** A browser as the journey uses it, whatever protocol drives it. */
export interface Driver {
  /** Name and version of the browser. */
  readonly name: string;
  open(url: string): Promise<void>;
  /** The value of a JavaScript expression in the page; a promise is waited for. Values cross as JSON. */
  evaluate<T>(expression: string): Promise<T>;
  /** Clicks the first element that a selector finds, as a pointer does. */
  click(selector: string): Promise<void>;
  close(): Promise<void>;
}

/** An engine this machine may have. */
export interface Engine {
  readonly name: string;
  /** What to install where the engine is missing. */
  readonly missing: string;
  /** Starts it, or gives null where it is not installed. */
  readonly start: () => Promise<Driver | null>;
}

/**
 * Asks again and again until the answer is true.
 * @throws when it never was
 */
export async function until(what: string, ask: () => Promise<boolean>, seconds = 30): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    if (await ask()) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`waited ${seconds} s in vain: ${what}`);
}
