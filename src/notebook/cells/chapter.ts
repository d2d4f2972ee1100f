import { notebookFormats } from '../formats/index.ts';
import { element } from '../outputs/element.ts';
import { LinkError, longestLink, sharedCell, writeLink } from '../share/link.ts';
import type { CellBox } from './cellBox.ts';
import { chapterNotebook } from './chapterNotebook.ts';
import { copyText } from './copyText.ts';
import { chooseFile } from './importing.ts';
import type { ChapterAct } from './page.ts';
import { quietButton } from './quietButton.ts';
import { saveFile } from './saveFile.ts';
import type { Workshop } from './workshop.ts';

export { openLink } from './openLink.ts';

/** Share, download and import: what a reader does with all cells of a chapter together. */
export async function actOnChapter(
  act: ChapterAct,
  shop: Workshop,
  chapter: string,
  boxes: ReadonlyMap<string, CellBox>,
): Promise<void> {
  const answer = document.querySelector<HTMLElement>('.cells-answer')!;
  if (act === 'share') answer.replaceChildren(...(await shareLink(shop, chapter)));
  else if (act === 'import') chooseFile(answer, shop, boxes);
  else {
    const format = notebookFormats.find(({ id }) => id === act)!;
    saveFile(
      `${chapter}${format.extension}`,
      format.mime,
      format.write(chapterNotebook(chapter, shop.notebook)),
    );
  }
}

async function shareLink(
  { notebook, strings, functions }: Workshop,
  chapter: string,
): Promise<HTMLElement[]> {
  const edited = notebook.texts().filter(({ id }) => notebook.view(id).edited);
  const words = strings.bar;
  const sentence = (text: string): HTMLElement => element(document, 'p', {}, text);
  if (edited.length === 0) return [sentence(words.nothingToShare)];
  try {
    const cells = edited.map(({ id, text }) => sharedCell(id, notebook.view(id).authored, text));
    const shown = edited.flatMap(({ id }) => notebook.view(id).shown.map(({ output }) => output));
    const own = (await functions()).keptBy(
      cells.map(({ text }) => text),
      shown.filter((output) => output.type === 'function'),
    );
    const fragment = await writeLink({ chapter, cells, functions: own });
    const link = `${location.origin}${location.pathname}${fragment}`;
    const field = element(document, 'input', {
      type: 'text',
      readonly: true,
      value: link,
      'aria-label': words.linkField,
    });
    field.addEventListener('focus', () => field.select());
    const copy = quietButton(strings.copy, () => void copyText(copy, link, strings));
    const size = `${(link.length / 1000).toFixed(1)} KB`;
    return [
      sentence(words.link(edited.length, size, `${longestLink / 1000} KB`)),
      ...(own.length > 0 ? [sentence(words.linkFunctions(own.map(({ name }) => `“${name}”`)))] : []),
      element(document, 'p', { class: 'cells-link' }, field, copy),
    ];
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    return [sentence(error.message)];
  }
}
