import { spokenPowers } from '../powers.ts';
import { formatRange, type RangeControl } from '../settings.ts';
import type { InputProps } from './Controls.tsx';

/** A slider with label, value, unit and landmarks; on a log control the slider moves through decades. */
export function RangeInput({ id, name, control, value, change }: InputProps<RangeControl, number>) {
  const toSlider = (v: number) => (control.log ? Math.log10(v) : v);
  const fromSlider = (v: number) =>
    control.log ? Math.min(Math.max(Number((10 ** v).toPrecision(3)), control.min), control.max) : v;
  const [min, max] = [toSlider(control.min), toSlider(control.max)];
  const at = (v: number) => `${(((toSlider(v) - min) / (max - min)) * 100).toFixed(2)}%`;
  return (
    <div class="ctl range">
      <span class="lab">
        <label for={id}>{control.label}</label>
        {/* The slider says its value itself; an output that is live would say it again. */}
        <output for={id} aria-live="off">
          {formatRange(control, value)}
        </output>
      </span>
      <input
        id={id}
        name={name}
        type="range"
        min={min}
        max={max}
        step={control.step}
        value={toSlider(value)}
        style={`--at:${at(value)}`}
        aria-valuetext={spokenPowers(formatRange(control, value))}
        aria-describedby={control.hint ? `${id}-hint` : undefined}
        onInput={(event) => change(fromSlider(event.currentTarget.valueAsNumber))}
      />
      {control.marks && (
        <span class="marks" aria-hidden="true">
          {control.marks.map((mark) => (
            <span key={mark.label} style={`left:${at(mark.value)}`}>
              {mark.label}
            </span>
          ))}
        </span>
      )}
      {control.hint && (
        <small id={`${id}-hint`} class="hint">
          {control.hint}
        </small>
      )}
    </div>
  );
}
