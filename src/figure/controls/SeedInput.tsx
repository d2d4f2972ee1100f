import type { SeedControl } from '../settings.ts';
import type { InputProps } from './Controls.tsx';

/** The seed in force, editable, and a button that takes the next one. */
export function SeedInput({ id, name, control, value, change, strings }: InputProps<SeedControl, number>) {
  return (
    <div class="ctl seed">
      <label class="lab" for={id}>
        {control.label}
      </label>
      <span class="seed-row">
        <input
          id={id}
          name={name}
          type="number"
          min="1"
          max="999999"
          step="1"
          inputMode="numeric"
          value={value}
          onChange={(event) => change(event.currentTarget.valueAsNumber)}
        />
        <button class="btn" type="button" data-act="seed" onClick={() => change((value % 999_999) + 1)}>
          {strings.newSeed}
        </button>
      </span>
    </div>
  );
}
