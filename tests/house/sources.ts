import { globSync } from 'node:fs';

/** The source files the readers' book is made of, tests left out, as paths from the project's folder. */
export function sourceFiles(): string[] {
  const files = globSync('{src,components}/**/*.{ts,tsx,astro,css}').map((file) =>
    file.replaceAll('\\', '/'),
  );
  return files.filter((file) => !/\.(test|bench)\.tsx?$/.test(file)).sort();
}
