/** What the figure frame says; one entry per language of the book. */
export interface FigureStrings {
  readonly figure: string;
  readonly copyLink: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly linkTooLong: string;
  readonly data: string;
  readonly csv: string;
  readonly svg: string;
  readonly png: string;
  readonly reset: string;
  readonly newSeed: string;
  readonly yours: string;
  readonly saved: string;
  readonly failed: string;
  readonly tooLong: string;
  readonly dismiss: string;
  readonly unknownSettings: (names: string) => string;
}

const en: FigureStrings = {
  figure: 'Figure',
  copyLink: 'Copy link',
  copied: 'Copied',
  copyFailed: 'Could not copy',
  linkTooLong: 'Too long for a link',
  data: 'Data',
  csv: 'Download CSV',
  svg: 'SVG',
  png: 'PNG',
  reset: 'Reset',
  newSeed: 'New seed',
  yours: 'Yours',
  saved: 'Saved',
  failed: 'Could not draw this figure',
  tooLong: 'This link is longer than any link of this book; its settings were ignored.',
  dismiss: 'Dismiss',
  unknownSettings: (names) =>
    `This link carries settings that this page does not know (${names}); they were ignored.`,
};

const languages: Readonly<Record<string, FigureStrings>> = { en };

/** The strings of a language; English where there is no translation. */
export function figureStrings(language: string | undefined): FigureStrings {
  return languages[language ?? 'en'] ?? en;
}
