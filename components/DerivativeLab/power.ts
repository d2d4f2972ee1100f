import { superscript } from '../../src/math/superscript.ts';

/** 10⁻⁵ from −5, for places where nothing raises an exponent. */
export const power = (exponent: number): string => (exponent === 0 ? '1' : `10${superscript(exponent)}`);
