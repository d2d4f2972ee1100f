import type { Control, ControlValue } from '../protocol.ts';
import { isCount, isList, isObject, isText } from './shapes.ts';

export const isControlValue = (value: unknown): value is ControlValue =>
  isText(value) || Number.isFinite(value) || typeof value === 'boolean' || isList(value, isCount);

export function isControl(value: unknown): value is Control {
  if (!isObject(value) || !isText(value.label) || typeof value.disabled !== 'boolean') return false;
  switch (value.type) {
    case 'range':
    case 'number':
      return (
        Number.isFinite(value.min) &&
        Number.isFinite(value.max) &&
        (value.step === null || Number.isFinite(value.step)) &&
        isText(value.unit)
      );
    case 'select':
    case 'radio':
    case 'checkbox':
      return isList(value.options, isText) && typeof value.multiple === 'boolean';
    case 'toggle':
      return true;
    case 'text':
      return isText(value.placeholder);
    case 'button':
      return isText(value.text);
    default:
      return false;
  }
}
