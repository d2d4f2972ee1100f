/** A room of the house: a folder and the folders it may import from. */
export interface Room {
  readonly folder: string;
  readonly imports: readonly string[];
}

const core = ['src/math/', 'src/activations/'];
const library = [...core, 'src/datasets/', 'src/network/'];
const everything = [...library, 'src/figure/', 'src/training/', 'src/notebook/', 'src/site/', 'src/styles/'];
const pages = [...everything, 'components/', 'src/layouts/', 'data/', 'reference/', 'content/'];

/** The table of docs/architecture.md: who may import whom. */
export const rooms: readonly Room[] = [
  { folder: 'src/math/', imports: [] },
  { folder: 'src/activations/', imports: ['src/math/'] },
  { folder: 'src/datasets/', imports: ['src/math/', 'data/'] },
  { folder: 'src/network/', imports: core },
  { folder: 'src/figure/', imports: core },
  { folder: 'src/training/', imports: [...core, 'src/network/', 'src/figure/'] },
  { folder: 'src/notebook/', imports: library },
  { folder: 'src/site/', imports: ['content/'] },
  { folder: 'src/styles/', imports: [] },
  { folder: 'components/', imports: everything },
  { folder: 'src/layouts/', imports: [...everything, 'components/'] },
  { folder: 'src/pages/', imports: pages },
  { folder: 'src/content.config.ts', imports: ['src/site/', 'components/'] },
  { folder: 'data/', imports: [] },
  { folder: 'reference/', imports: [] },
  { folder: 'content/', imports: [] },
];

/** The room a file of the project belongs to; the longest folder wins. */
export function roomOf(file: string): Room | undefined {
  const holding = rooms.filter(({ folder }) => file.startsWith(folder));
  return holding.sort((a, b) => b.folder.length - a.folder.length)[0];
}
