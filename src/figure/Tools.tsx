import { useState } from 'preact/hooks';
import type { FigureStrings } from './strings.ts';

interface Props {
  readonly strings: FigureStrings;
  readonly changed: boolean;
  link(): Promise<string>;
  svg(): Promise<void>;
  png(): Promise<void>;
  reset(): void;
}

/** Quiet words under a figure; after a click the word says what happened for two seconds. */
export function Tools({ strings, changed, link, svg, png, reset }: Props) {
  const [said, setSaid] = useState<{ act: string; text: string } | null>(null);
  const run = (act: string, done: string, work: () => Promise<void>) => async () => {
    const text = await work().then(
      () => done,
      (error) => (error?.name === 'LongLink' ? strings.linkTooLong : strings.copyFailed),
    );
    setSaid({ act, text });
    setTimeout(() => setSaid((now) => (now?.act === act ? null : now)), 2000);
  };
  const word = (act: string, usual: string) => (said?.act === act ? said.text : usual);
  const copy = async () => navigator.clipboard.writeText(await link());
  return (
    <div class="tools needs-script">
      <button type="button" data-act="link" onClick={run('link', strings.copied, copy)}>
        {word('link', strings.copyLink)}
      </button>
      <button type="button" data-act="svg" onClick={run('svg', strings.saved, svg)}>
        {word('svg', strings.svg)}
      </button>
      <button type="button" data-act="png" onClick={run('png', strings.saved, png)}>
        {word('png', strings.png)}
      </button>
      <button type="button" data-act="reset" disabled={!changed} onClick={reset}>
        {strings.reset}
      </button>
      <span class="sr" aria-live="polite">
        {said?.text}
      </span>
    </div>
  );
}
