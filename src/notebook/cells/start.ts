import { type Frame, openFrame } from '../host/frame.ts';
import { chartWidth } from './chartWidth.ts';

/** Starts a kernel before the page's own code is there, which takes as long to load. */
export const openKernel = (kernel: Promise<string>): Frame => openFrame(kernel, { width: chartWidth() });
