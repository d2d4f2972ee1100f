import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Mistake } from './mistake.ts';

interface Props {
  readonly id: string;
  readonly text: string;
  readonly mistake: Mistake | null;
  change(text: string): void;
}

/**
 * Where the reader types. Behind the text stands the same text, unseen, in which the mistake is marked: so the mark stays
 * under its character however lines wrap, and the field grows with what is typed.
 */
export function FormulaField({ id, text, mistake, change }: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  const mirror = useRef<HTMLDivElement>(null);
  // Hydration takes the text inside the element for a stranger and empties the field.
  useLayoutEffect(() => {
    if (area.current!.value !== text) area.current!.value = text;
  }, [text]);
  const go = () => {
    area.current?.focus();
    area.current?.setSelectionRange(mistake!.from, mistake!.to);
  };
  const repair = (mended: string) => {
    change(mended);
    area.current?.focus();
  };
  return (
    <div class="formula">
      <label class="lab" for={id}>
        f(x) =
      </label>
      <div class="formula-box">
        <div class="formula-mirror" ref={mirror} aria-hidden="true">
          {mistake ? (
            <>
              {text.slice(0, mistake.from)}
              <mark>{text.slice(mistake.from, mistake.to) || '\u2007'}</mark>
              {text.slice(mistake.to)}
            </>
          ) : (
            text
          )}
          {'\u200b'}
        </div>
        <textarea
          id={id}
          ref={area}
          value={text}
          rows={1}
          spellcheck={false}
          autocomplete="off"
          autocapitalize="off"
          aria-invalid={mistake ? 'true' : undefined}
          aria-describedby={`${id}-says`}
          onInput={(event) => change(event.currentTarget.value)}
          onScroll={(event) => {
            mirror.current!.scrollTop = event.currentTarget.scrollTop;
          }}
        />
      </div>
      <div class="formula-says" id={`${id}-says`}>
        {!mistake && (
          <p class="hint">
            In x, with + − * / ^ ( ), numbers, |x|, max, min, exp, log, sqrt, abs, sign, tanh, sigmoid, erf
            and more, or a choice: x &gt; 0 ? x : 0.1x.
          </p>
        )}
        {mistake && (
          <>
            <p>
              <b>Error</b> {mistake.sentence}
            </p>
            {mistake.repairs.length > 0 && <span>Did you mean</span>}
            {mistake.repairs.map(({ label, text: mended }) => (
              <button key={label} type="button" class="btn repair" onClick={() => repair(mended)}>
                {label}
              </button>
            ))}
            {text.trim() !== '' && (
              <button type="button" class="btn plain" onClick={go}>
                Go to it
              </button>
            )}
          </>
        )}
      </div>
    </div>
  );
}
