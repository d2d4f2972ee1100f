declare module 'virtual:notebook-plot' {
  /** A script whose value is the module `library/plot.ts`. */
  const text: string;
  export default text;
}

declare module 'virtual:notebook-kernel' {
  /** The text of the kernel's classic worker. */
  const text: string;
  export default text;
}
