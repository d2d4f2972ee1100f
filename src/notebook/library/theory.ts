/** What cells see as `theory`: every file of `network/theory`, side by side. */
export * from '../../network/theory/approximation.ts';
export * from '../../network/theory/collapse.ts';
export * from '../../network/theory/critical-line.ts';
export * from '../../network/theory/depth-profile.ts';
export * from '../../network/theory/dying-relu.ts';
export * from '../../network/theory/fixed-point.ts';
export * from '../../network/theory/length-map.ts';
export * from '../../network/theory/lif.ts';
export * from '../../network/theory/limits.ts';
export * from '../../network/theory/neuron-chain.ts';
export * from '../../network/theory/normalised.ts';
export * from '../../network/theory/quantisation.ts';
export * from '../../network/theory/zigzag.ts';
