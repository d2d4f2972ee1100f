import { useEffect, useRef, useState } from 'preact/hooks';
import type { OwnFunction } from '../../src/figure/ownFunctions.ts';
import { addOwn, removeOwn, shelf, watchShelf } from '../../src/figure/ownShelf.ts';
import { defaults } from '../../src/figure/settings.ts';
import { writeUrl } from '../../src/figure/urlState.ts';
import { controls, type DesignerSettings, designerId } from './settings.ts';

interface Props {
  readonly settings: DesignerSettings;
  set(change: Partial<DesignerSettings>): void;
}

/** The functions kept on this device: open, rename, link, delete. */
export function Shelf({ settings, set }: Props) {
  const [kept, setKept] = useState(shelf());
  const [said, say] = useState('');
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => watchShelf(() => setKept(shelf())), []);
  const remove = (own: OwnFunction) => {
    if (settings.with === own.id) set({ with: controls.with.default });
    removeOwn(own.id);
    // The button that had the focus is gone.
    head.current?.focus();
    say(`“${own.label}” is deleted; no picker of the book offers it any more.`);
  };
  return (
    <section class="shelf" aria-labelledby={`${designerId}-shelf`}>
      <h2 id={`${designerId}-shelf`} ref={head} tabIndex={-1}>
        Your functions
      </h2>
      {kept.length === 0 && <p class="ui">None is kept on this device yet.</p>}
      <ul>
        {kept.map((own) => (
          <Row
            key={own.id}
            own={own}
            open={() => set({ formula: own.formula, name: own.label })}
            remove={() => remove(own)}
            renamed={(name) => {
              const open = settings.formula.trim() === own.formula && settings.name === own.label;
              if (open) set({ name });
            }}
            say={say}
          />
        ))}
      </ul>
      <p class="ui" role="status">
        {said}
      </p>
    </section>
  );
}

interface RowProps {
  readonly own: OwnFunction;
  open(): void;
  remove(): void;
  renamed(name: string): void;
  say(text: string): void;
}

function Row({ own, open, remove, renamed, say }: RowProps) {
  const [name, setName] = useState<string | null>(null);
  const again = useRef<HTMLButtonElement>(null);
  const close = () => {
    setName(null);
    again.current?.focus();
  };
  const rename = (event: Event) => {
    event.preventDefault();
    try {
      renamed(addOwn(name ?? own.label, own.formula).own.label);
      close();
      say('');
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      say(`Not renamed: ${error.message}.`);
    }
  };
  const copy = async () => {
    await navigator.clipboard.writeText(linkTo(own)).then(
      () => say(`A link to “${own.label}” is copied.`),
      () => say(`The browser refuses to copy. The link: ${linkTo(own)}`),
    );
  };
  return (
    <li>
      {name === null ? (
        <b>{own.label}</b>
      ) : (
        <form onSubmit={rename}>
          <input
            type="text"
            aria-label={`New name of ${own.label}`}
            value={name}
            ref={(input) => input?.focus()}
            onInput={(event) => setName(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Escape' && close()}
          />
          <button class="btn" type="submit">
            Rename
          </button>
        </form>
      )}
      <code>{own.formula}</code>
      <span class="tools">
        <button type="button" aria-label={`Open ${own.label}`} onClick={open}>
          Open
        </button>
        <button
          ref={again}
          type="button"
          aria-label={`Rename ${own.label}`}
          onClick={() => setName(own.label)}
        >
          Rename
        </button>
        <button type="button" aria-label={`Copy link to ${own.label}`} onClick={copy}>
          Copy link
        </button>
        <button type="button" aria-label={`Delete ${own.label}`} onClick={remove}>
          Delete
        </button>
      </span>
    </li>
  );
}

/** The address that opens a function in this editor on any device. */
function linkTo({ formula, label }: OwnFunction): string {
  const query = writeUrl(designerId, controls, { ...defaults(controls), formula, name: label });
  return `${location.origin}${location.pathname}${query === '' ? '' : `?${query}`}#${designerId}`;
}
