/** Ends the program with the error's sentence alone; STACK=1 shows where it came from. */
export function stopWith(error: unknown): never {
  const sentence = error instanceof Error && !process.env['STACK'] ? error.message : error;
  console.error(sentence);
  process.exit(1);
}
