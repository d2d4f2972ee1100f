/** Layers and units of the networks on the landing page. */
export const depth = 30;
export const width = 64;
