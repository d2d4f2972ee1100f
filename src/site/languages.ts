/** The languages of the book; the first one lives at the root of the site, the others under `/<code>/`. */
export const languages = ['en'] as const;

export type Language = (typeof languages)[number];

export const firstLanguage: Language = languages[0];

/** @throws when `code` is not a language of the book */
export function asLanguage(code: string): Language {
  const found = languages.find((language) => language === code);
  if (!found) throw new Error(`unknown language: ${code}; expected one of ${languages.join(', ')}`);
  return found;
}
