import type { Language } from '../languages.ts';
import { en, type Strings } from './en.ts';

const all: Readonly<Record<Language, Strings>> = { en };

/** The words of the interface in one language. */
export function stringsOf(language: Language): Strings {
  return all[language];
}

export type { Strings };
