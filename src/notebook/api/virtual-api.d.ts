declare module 'virtual:notebook-api' {
  /** Members of the names in scope of every cell: name, signature and documentation. */
  const api: Readonly<
    Record<
      string,
      readonly { readonly name: string; readonly detail: string; readonly documentation: string }[]
    >
  >;
  export default api;
}
