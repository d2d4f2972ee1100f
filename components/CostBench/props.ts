import { figureProps } from '../../src/figure/props.ts';
import { controls } from './controls.ts';

export const props = figureProps(controls);
