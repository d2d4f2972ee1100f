/** What cells see as `theory`: every file of `network/theory`, side by side. */
export * from '../../network/theory/approximation.ts';
export * from '../../network/theory/collapse.ts';
export * from '../../network/theory/criticalLine.ts';
export * from '../../network/theory/depthProfile.ts';
export * from '../../network/theory/dyingRelu.ts';
export * from '../../network/theory/fixedPoint.ts';
export * from '../../network/theory/lengthMap.ts';
export * from '../../network/theory/lif.ts';
export * from '../../network/theory/limits.ts';
export * from '../../network/theory/neuronChain.ts';
export * from '../../network/theory/normalised.ts';
export * from '../../network/theory/quantisation.ts';
export * from '../../network/theory/zigzag.ts';
