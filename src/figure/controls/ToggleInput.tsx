import type { ToggleControl } from '../settings.ts';
import type { InputProps } from './Controls.tsx';

/** A checkbox with its label. */
export function ToggleInput({ id, name, control, value, change }: InputProps<ToggleControl, boolean>) {
  return (
    <label class="check">
      <input
        id={id}
        name={name}
        type="checkbox"
        checked={value}
        onInput={(event) => change(event.currentTarget.checked)}
      />
      <span>{control.label}</span>
    </label>
  );
}
