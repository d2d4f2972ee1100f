import type { Node } from 'unist';
import type { VFile } from 'vfile';

/** A chapter being checked: its file, and the project folder that paths in messages start from. */
export interface Sheet {
  readonly file: VFile;
  readonly root: URL;
}

/** `content/1-slug/en.mdx:12`, relative to the project. */
function placeIn({ file, root }: Sheet, node?: Pick<Node, 'position'> | null): string {
  const folder = decodeURIComponent(root.pathname);
  const path = file.path.startsWith(folder) ? file.path.slice(folder.length) : file.path;
  const line = node?.position?.start.line;
  return line === undefined ? path : `${path}:${line}`;
}

/** An author's mistake: one sentence that says where, what was wrong and what was expected. Stops the build. */
export class Mistake extends Error {
  constructor(sheet: Sheet, node: Pick<Node, 'position'> | null | undefined, sentence: string) {
    super(`${placeIn(sheet, node)}: ${sentence}`);
    this.name = 'Mistake';
    this.stack = this.message;
  }
}
