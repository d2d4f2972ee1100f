const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** 10⁻⁵ from −5, for places where nothing raises an exponent. */
export const power = (exponent: number): string =>
  exponent === 0
    ? '1'
    : `10${exponent < 0 ? '⁻' : ''}${String(Math.abs(exponent)).replace(/\d/g, (d) => raised[Number(d)]!)}`;
