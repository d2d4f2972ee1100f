import { Component } from 'preact';
import type { Control, Controls as ControlSet, SettingValue } from '../settings.ts';
import type { FigureStrings } from '../strings.ts';
import { RangeInput } from './RangeInput.tsx';
import { SeedInput } from './SeedInput.tsx';
import { ActivationInput, SelectInput } from './SelectInput.tsx';
import { ToggleInput } from './ToggleInput.tsx';

export interface InputProps<C extends Control, V> {
  readonly id: string;
  readonly name: string;
  readonly control: C;
  readonly value: V;
  readonly strings: FigureStrings;
  change(value: V): void;
}

interface Props {
  readonly id: string;
  readonly controls: ControlSet;
  readonly values: Readonly<Record<string, SettingValue>>;
  readonly strings: FigureStrings;
  change(name: string, value: SettingValue): void;
}

/** The controls of a figure: native elements with label, value and unit, in the order of the record, by groups. */
export function Controls({ id, controls, values, strings, change }: Props) {
  const visible = Object.entries(controls).filter(
    ([, control]) => control.kind !== 'hidden' && control.kind !== 'text' && (control.when?.(values) ?? true),
  );
  if (visible.length === 0) return null;
  const groups = Map.groupBy(visible, ([, control]) => control.group ?? '');
  return (
    <div class="control-groups">
      {[...groups].map(([group, members]) => {
        const inputs = members.map(([name, control]) => {
          const common = { id: `${id}-${name}`, name, strings, change: (v: SettingValue) => change(name, v) };
          return <Input key={name} {...common} control={control} value={values[name]!} />;
        });
        if (group === '') return <div class="controls">{inputs}</div>;
        return (
          <fieldset key={group} class="controls">
            <legend>{group}</legend>
            {inputs}
          </fieldset>
        );
      })}
    </div>
  );
}

/**
 * One control, drawn again only when its own value changes: a drag would otherwise compare every option of every picker in
 * every frame. `change` may be an old one; it always sets on top of the newest settings.
 */
class Input extends Component<InputProps<Control, SettingValue>> {
  override shouldComponentUpdate(next: InputProps<Control, SettingValue>): boolean {
    return next.value !== this.props.value || next.control !== this.props.control;
  }

  override render() {
    const { control, value, ...rest } = this.props;
    switch (control.kind) {
      case 'range':
        return <RangeInput {...rest} control={control} value={value as number} />;
      case 'select':
        return <SelectInput {...rest} control={control} value={value as string} />;
      case 'activation':
        return <ActivationInput {...rest} control={control} value={value as string} />;
      case 'toggle':
        return <ToggleInput {...rest} control={control} value={value as boolean} />;
      case 'seed':
        return <SeedInput {...rest} control={control} value={value as number} />;
      case 'hidden':
      case 'text':
        return null;
    }
  }
}
