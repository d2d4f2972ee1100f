import { useEffect, useState } from 'preact/hooks';
import type { Activation } from '../../activations/activation.ts';
import { activations, findActivation, registry } from '../../activations/index.ts';
import type { ActivationControl, SelectControl } from '../settings.ts';
import type { InputProps } from './Controls.tsx';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A drop-down list of named choices. */
export function SelectInput(props: InputProps<SelectControl, string>) {
  return <Select {...props} choices={props.control.options} />;
}

/** A picker of activation functions: those on offer, then the reader's own. */
export function ActivationInput(props: InputProps<ActivationControl, string>) {
  const [readers, setReaders] = useState(registry.readers());
  useEffect(() => registry.subscribe(() => setReaders(registry.readers())), []);
  const offered = props.control.options?.map(findActivation) ?? activations;
  const known = [...offered, ...readers];
  const chosen = known.some((a) => a.spec === props.value) ? [] : findIfAny(props.value);
  const choices = [...offered, ...chosen].map(toChoice);
  return <Select {...props} choices={choices} own={readers.map(toChoice)} />;
}

/** Nothing for a function of the reader's that was deleted a moment ago. */
function findIfAny(spec: string): readonly Activation[] {
  try {
    return [findActivation(spec)];
  } catch {
    return [];
  }
}

const toChoice = ({ spec, label }: Activation): Choice => ({ value: spec, label });

type SelectProps = InputProps<SelectControl | ActivationControl, string> & {
  readonly choices: readonly Choice[];
  /** The reader's own, under a heading of their own. */
  readonly own?: readonly Choice[];
};

function Select({ id, name, control, value, change, choices, own = [], strings }: SelectProps) {
  const options = (list: readonly Choice[]) =>
    list.map((choice) => (
      <option key={choice.value} value={choice.value} selected={choice.value === value}>
        {choice.label}
      </option>
    ));
  return (
    <div class="ctl">
      <label class="lab" for={id}>
        {control.label}
      </label>
      <span class="select">
        <select id={id} name={name} value={value} onInput={(event) => change(event.currentTarget.value)}>
          {options(choices)}
          {own.length > 0 && <optgroup label={strings.yours}>{options(own)}</optgroup>}
        </select>
      </span>
    </div>
  );
}
