declare module 'virtual:notebook-kernel' {
  /** The text of the kernel's classic worker. */
  const text: string;
  export default text;
}
