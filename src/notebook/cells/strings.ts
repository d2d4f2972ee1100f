/** What the cells say; one entry per language of the book. */
export interface CellStrings {
  readonly code: (name: string) => string;
  readonly outputs: (name: string) => string;
  readonly run: string;
  readonly stop: string;
  readonly edit: string;
  readonly reset: string;
  readonly diff: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly opening: string;
  readonly edited: string;
  readonly editedNotRun: string;
  readonly running: (seconds: string) => string;
  readonly stale: string;
  readonly failed: string;
  readonly stopped: string;
  readonly waits: (name: string, cell: string | null) => string;
  readonly staleWhy: string;
  readonly stoppedBy: Readonly<Record<'reader' | 'silence' | 'broken', string>>;
  readonly silence: (silent: number, left: number) => string;
  readonly allowLonger: string;
  readonly leave: string;
  readonly done: (name: string, seconds: string) => string;
  readonly doneFailed: (name: string) => string;
  readonly doneStopped: (name: string) => string;
  readonly doneReset: (name: string) => string;
  readonly download: string;
  readonly olderEdit: string;
  readonly aside: string;
  readonly compare: string;
  readonly useVersion: string;
  readonly dropVersion: string;
  readonly loadFailed: string;
  readonly changes: (name: string) => string;
  readonly bar: ChapterBarStrings;
  readonly offer: OfferStrings;
  readonly editor: Readonly<Record<string, string>>;
}

/** The line at a chapter's end. */
export interface ChapterBarStrings {
  readonly label: string;
  readonly share: string;
  readonly download: string;
  readonly import: string;
  readonly nothingToShare: string;
  readonly link: (cells: number, size: string, most: string) => string;
  readonly linkFunctions: (names: readonly string[]) => string;
  readonly linkField: string;
  readonly formats: Readonly<Record<'ts' | 'ipynb' | 'html', string>>;
  readonly unreadable: string;
  readonly noneMatch: string;
}

/** Code that came from elsewhere, shown before it is used. */
export interface OfferStrings {
  readonly label: string;
  readonly fromLink: (cells: string) => string;
  readonly fromFile: (file: string, cells: string) => string;
  readonly notRun: string;
  readonly ownAside: string;
  readonly baseChanged: string;
  readonly otherChapter: string;
  readonly unknown: (names: string) => string;
  readonly brings: (name: string, formula: string) => string;
  readonly bringsUnusable: (name: string, why: string) => string;
  readonly same: string;
  readonly use: string;
  readonly useFunctions: string;
  readonly usedFunctions: string;
  readonly dismiss: string;
  readonly used: string;
  readonly runAll: string;
  readonly close: string;
  readonly list: (names: readonly string[]) => string;
}

const en: CellStrings = {
  code: (name) => `Code: ${name}.ts`,
  outputs: (name) => `Output of ${name}.ts`,
  run: 'Run',
  stop: 'Stop',
  edit: 'Edit',
  reset: 'Reset',
  diff: 'Diff',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Could not copy',
  opening: 'Opening …',
  edited: 'Edited',
  editedNotRun: 'Edited, not run',
  running: (seconds) => `Running, ${seconds} s`,
  stale: 'Stale',
  failed: 'Failed',
  stopped: 'Stopped',
  waits: (name, cell) =>
    cell ? `Waits for ${name}, which ${cell}.ts defines.` : `Waits for ${name}, which no cell defines.`,
  staleWhy: 'Something this cell reads has changed since it ran. Run it again to bring it up to date.',
  stoppedBy: {
    reader: 'You stopped this cell. Your text is kept, and the other cells were not touched.',
    silence:
      'The page stopped this cell because it gave no answer. Your text is kept, and the other cells were not touched.',
    broken:
      'The code broke the place where it ran, so the page stopped it. Your text is kept, and the other cells were not touched.',
  },
  silence: (silent, left) => `No answer for ${silent} s. The page will stop this cell in ${left} s.`,
  allowLonger: 'Allow 30 s more',
  leave: 'Tab indents. To leave with the keyboard: Esc, then Tab.',
  done: (name, seconds) => `${name}.ts has run, ${seconds} s.`,
  doneFailed: (name) => `${name}.ts failed.`,
  doneStopped: (name) => `${name}.ts was stopped.`,
  doneReset: (name) => `${name}.ts has the author’s text again.`,
  download: 'Download the cells',
  olderEdit: 'The author has changed this cell since you edited it. Your version is kept.',
  aside: 'Another version of yours of this cell is put aside.',
  compare: 'Compare',
  useVersion: 'Take it back',
  dropVersion: 'Forget it',
  loadFailed: 'The code that runs cells could not be loaded. Are you online? Press Run to try again.',
  changes: (name) => `Changes in ${name}.ts`,
  bar: {
    label: 'The code of this page',
    share: 'Share your edits',
    download: 'Download',
    import: 'Import a file',
    nothingToShare: 'No cell of this page is edited, so there is nothing to share yet.',
    link: (cells, size, most) =>
      `A link with ${cells === 1 ? 'one edited cell' : `${cells} edited cells`}: ${size} of at most ${most}.`,
    linkFunctions: (names) =>
      `It brings along what you have kept: ${new Intl.ListFormat('en').format(names)}.`,
    linkField: 'Link with your edits',
    formats: { ts: 'TypeScript', ipynb: 'Jupyter', html: 'Observable Notebook Kit' },
    unreadable: 'This file could not be read.',
    noneMatch: 'No cell of this file belongs to this page.',
  },
  offer: {
    label: 'Code from elsewhere',
    fromLink: (cells) => `This link carries someone’s edits of ${cells}.`,
    fromFile: (file, cells) => `${file} holds other versions of ${cells}.`,
    notRun: 'None of it has run. It runs only when you press Run.',
    ownAside: 'Your own edits of these cells will be put aside, and you can take them back.',
    baseChanged: 'The author has changed some of these cells since; compare before you use them.',
    otherChapter: 'The edits in this link belong to another page; this one is shown as it is.',
    unknown: (names) => `Left out, because this page has no such cell: ${names}.`,
    brings: (name, formula) =>
      `It brings the function “${name}”, f(x) = ${formula}. If you use it, the figures of this page know it until you leave; nothing is kept.`,
    bringsUnusable: (name, why) =>
      `The function “${name}” that this link brings cannot be used: ${why}.`.replace('?.', '?'),
    same: 'The code is the same as what you have.',
    use: 'Use this code',
    useFunctions: 'Use the functions',
    usedFunctions: 'The figures of this page know the functions until you leave.',
    dismiss: 'Not now',
    used: 'The code is in the cells below, and none of it has run.',
    runAll: 'Run these cells',
    close: 'Close',
    list: (names) => new Intl.ListFormat('en').format(names),
  },
  editor: {
    next: 'Next',
    previous: 'Previous',
    all: 'All',
    'match case': 'Match case',
    regexp: 'Pattern',
    'by word': 'Whole words',
    replace: 'Replace',
    'replace all': 'Replace all',
    close: 'Close',
  },
};

const languages: Readonly<Record<string, CellStrings>> = { en };

/** The strings of a language; English where there is no translation. */
export function cellStrings(language: string | undefined): CellStrings {
  return languages[language ?? 'en'] ?? en;
}
