import { fromSuperscript } from '../math/superscript.ts';

/**
 * A text for a voice: `10 to the power −18` for `10^−18` and for `10⁻¹⁸`, which voices read as signs or not at all.
 * The square of a letter stays: every voice knows σ².
 */
export const spokenPowers = (text: string): string =>
  text
    .replace(/(\d)(⁻?[⁰¹²³⁴-⁹]+)/g, (_, base: string, exponent: string) =>
      `${base}^${fromSuperscript(exponent)}`.replace('-', '−'),
    )
    .replaceAll('^', ' to the power ');
