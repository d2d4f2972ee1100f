import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { attributesOf, inject, type Jsx } from './attributes.ts';
import { Mistake, type Sheet } from './mistake.ts';
import type { Tags } from './tags.ts';

/** Tells each part of a piece (an `<Option>`) which piece it belongs to and which one of the parts it is. */
export function placeParts(tree: Root, tags: Tags, sheet: Sheet): void {
  visit(tree, (node) => {
    if (node.type !== 'mdxJsxFlowElement') return;
    const piece = node as Jsx;
    const parts = (piece.children as Jsx[]).filter(
      (child) => tags.get(child.name ?? '')?.within === piece.name,
    );
    if (piece.name === 'Predict') checkOptions(piece, parts, sheet);
    const id = attributesOf(piece, sheet)['id'];
    parts.forEach((part, index) => {
      inject(part, 'slot', 'parts');
      inject(part, 'piece', String(id ?? ''));
      inject(part, 'index', String(index));
    });
  });
}

function checkOptions(piece: Jsx, options: readonly Jsx[], sheet: Sheet): void {
  if (options.length < 2) {
    throw new Mistake(
      sheet,
      piece,
      `<Predict> has ${options.length} <Option>; expected at least 2, each on a line of its own`,
    );
  }
  if (!options.some((option) => attributesOf(option, sheet)['right'] === true)) {
    throw new Mistake(
      sheet,
      piece,
      '<Predict> has no right <Option>; expected the attribute right on at least one',
    );
  }
  for (const option of options) {
    if (option.children.length === 0)
      throw new Mistake(
        sheet,
        option,
        '<Option> explains nothing; expected why the answer is right or wrong',
      );
  }
}
