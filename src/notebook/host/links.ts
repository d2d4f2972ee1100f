import type { CellText, Compiler, LinkedCell } from '../compile/index.ts';
import type { CellRecord } from './record.ts';

type Cells = ReadonlyMap<string, CellRecord>;

/** The chapter's cells as they last ran, linked. The author's own come linked; others need the compiler. */
export class Links {
  private readonly authored: readonly LinkedCell[] | undefined;
  private readonly library: Iterable<string>;
  private compiler: Compiler | null = null;
  private links: readonly LinkedCell[] | null = null;

  constructor(authored: readonly LinkedCell[] | undefined, library: Iterable<string>) {
    this.authored = authored;
    this.library = library;
  }

  /** True when the present texts can be linked now. */
  canLink(cells: Cells): boolean {
    return this.compiler !== null || (this.authored !== undefined && isAuthored(cells, 'text'));
  }

  async load(): Promise<void> {
    const { Compiler } = await import('../compile/notebook.ts');
    this.compiler ??= new Compiler(this.library);
  }

  /** A cell is about to run with another text. */
  forget(): void {
    this.links = null;
  }

  /** Empty before the first run of cells that did not come linked. */
  of(cells: Cells): readonly LinkedCell[] {
    this.links ??= this.link(cells);
    return this.links;
  }

  private link(cells: Cells): readonly LinkedCell[] {
    if (this.authored && isAuthored(cells, 'ran')) return this.authored;
    const texts = Array.from(cells.values(), ({ id, ran }): CellText => ({ id, text: ran }));
    return this.compiler?.link(texts) ?? [];
  }
}

const isAuthored = (cells: Cells, text: 'text' | 'ran'): boolean =>
  [...cells.values()].every((cell) => cell[text] === cell.authored);
