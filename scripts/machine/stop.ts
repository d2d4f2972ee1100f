/** Ends the program with the error's sentence alone; the stack is for errors nobody foresaw (DEBUG=1 shows it). */
export function stopWith(error: unknown): never {
  const known = error instanceof Error;
  console.error(known && !process.env['DEBUG'] ? error.message : error);
  process.exit(1);
}
