import { figureProps } from '../../src/figure/props.ts';
import { controls } from './settings.ts';

export const props = figureProps(controls);
