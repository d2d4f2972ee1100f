import { useEffect, useState } from 'preact/hooks';
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
  const chosen = known.some((a) => a.spec === props.value) ? [] : [findActivation(props.value)];
  const choices = [...known, ...chosen].map((a) => ({ value: a.spec, label: a.label }));
  return <Select {...props} choices={choices} />;
}

type SelectProps = InputProps<SelectControl | ActivationControl, string> & { choices: readonly Choice[] };

function Select({ id, name, control, value, change, choices }: SelectProps) {
  return (
    <div class="ctl">
      <label class="lab" for={id}>
        {control.label}
      </label>
      <span class="select">
        <select id={id} name={name} value={value} onInput={(event) => change(event.currentTarget.value)}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value} selected={choice.value === value}>
              {choice.label}
            </option>
          ))}
        </select>
      </span>
    </div>
  );
}
