import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { FormulaError } from '../../src/activations/formula/index.ts';
import { problemOfName } from '../../src/figure/ownNames.ts';
import { addOwn, watchShelf } from '../../src/figure/ownShelf.ts';
import type { ViewProps } from '../../src/figure/widget.ts';
import { FormulaField } from './FormulaField.tsx';
import { type Mistake, readFormula } from './mistake.ts';
import type { Design } from './model.ts';
import { NumberSliders } from './NumberSliders.tsx';
import { presets } from './presets.ts';
import { type controls, designerId, type Example, examples } from './settings.ts';
import { Typeset } from './Typeset.tsx';

type Props = ViewProps<typeof controls, Design>;

/** What the reader types: formula and name, examples to start from, and the button that keeps it. */
export function Editor({ settings, result, live, set }: Props) {
  const [formula, setFormula] = useTyped(settings.formula, (text) => set({ formula: text }));
  const [name, setName] = useTyped(settings.name, (text) => set({ name: text }));
  const [said, say] = useState('');
  useEffect(() => watchShelf(() => say('')), []);
  const reading = readFormula(formula);
  const mistake = reading.status === 'refused' ? reading.mistake : null;
  const nameProblem = problemOfName(name);
  const edit = (text: string) => {
    say('');
    setFormula(text);
  };
  const start = (example: Example) => {
    edit(example.formula);
    setName(example.name);
  };
  const keep = () => say(keepNow(name, formula));
  return (
    <div class="editor">
      <div class="editor-form needs-script">
        <FormulaField id={`${designerId}-formula`} text={formula} mistake={mistake} change={edit} />
        <div class="editor-row">
          <label class="ctl name">
            <span class="lab">Its name</span>
            <input
              id={`${designerId}-name`}
              type="text"
              value={name}
              autocomplete="off"
              spellcheck={false}
              aria-invalid={nameProblem ? 'true' : undefined}
              aria-describedby={`${designerId}-said`}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          </label>
          <button
            type="button"
            class="btn main"
            disabled={mistake !== null || nameProblem !== ''}
            onClick={keep}
          >
            Keep it
          </button>
          <p class="editor-said" id={`${designerId}-said`} role="status">
            {nameProblem || said}
          </p>
        </div>
        <Quiet mistake={live ? mistake : null} />
        <p class="starts">
          <span>Start from</span>
          {examples.map((example) => (
            <button key={example.name} type="button" class="btn plain" onClick={() => start(example)}>
              {example.name}
            </button>
          ))}
          <span class="select">
            <select
              aria-label="Start from a function of the book"
              value=""
              onInput={({ currentTarget }) => {
                const preset = presets.find(({ label }) => label === currentTarget.value);
                currentTarget.value = '';
                if (preset) start(preset);
              }}
            >
              <option value="">a function of the book …</option>
              {presets.map((preset) => (
                <option key={preset.name} value={preset.label}>
                  {preset.label}
                </option>
              ))}
            </select>
          </span>
        </p>
        <NumberSliders formula={formula} edit={edit} />
      </div>
      <p class={formula === result.formula ? 'understood' : 'understood stale'}>
        <span class="fx">
          <i>f</i>(<i>x</i>) =
        </span>{' '}
        <Typeset formula={result.formula} />
        {formula !== result.formula && <small>The charts and the card below still show this one.</small>}
      </p>
    </div>
  );
}

/**
 * A text that is the reader's while typed, and the setting's as soon as it can be used; another value of the setting (Reset,
 * an example, a kept function) replaces it.
 */
function useTyped(setting: string, send: (text: string) => void): [string, (text: string) => void] {
  const [text, setText] = useState(setting);
  const sent = useRef(setting);
  // Before the next key: later, a letter typed meanwhile would be taken back.
  useLayoutEffect(() => {
    if (setting === sent.current) return;
    sent.current = setting;
    setText(setting);
  }, [setting]);
  const type = (typed: string) => {
    setText(typed);
    sent.current = typed;
    send(typed);
  };
  return [text, type];
}

function keepNow(name: string, formula: string): string {
  try {
    const { own, device } = addOwn(name, formula);
    const where = `“${own.label}” now stands in every picker, chart and network of the book`;
    return device
      ? `Kept. ${where}.`
      : `${where}, until you leave: this browser keeps nothing for this page.`;
  } catch (error) {
    if (error instanceof FormulaError || error instanceof RangeError) return `Not kept: ${error.message}.`;
    throw error;
  }
}

/** Tells a screen reader of a mistake once the hand rests; the sentence stands under the field at once. */
function Quiet({ mistake }: { mistake: Mistake | null }) {
  const [spoken, speak] = useState('');
  const sentence = mistake?.sentence ?? '';
  useEffect(() => {
    const wait = setTimeout(() => speak(sentence), 900);
    return () => clearTimeout(wait);
  }, [sentence]);
  return (
    <p class="sr" aria-live="polite">
      {spoken}
    </p>
  );
}
