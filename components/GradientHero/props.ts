import { figureProps } from '../../src/figure/props.ts';
import { controls } from './model.ts';

export const props = figureProps(controls);
