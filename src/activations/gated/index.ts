import { bilinear } from './bilinear.ts';
import type { GatedUnit } from './gatedUnit.ts';
import { geglu } from './geglu.ts';
import { glu } from './glu.ts';
import { reglu } from './reglu.ts';
import { swiglu } from './swiglu.ts';

/** Every gated unit of the book. */
export const gatedUnits: readonly GatedUnit[] = [glu, bilinear, reglu, geglu, swiglu];
