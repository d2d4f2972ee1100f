import type { CellBox } from './cellBox.ts';
import type { ChapterAct } from './page.ts';
import type { Workshop } from './workshop.ts';

export async function openLink(
  _shop: Workshop,
  _chapter: string,
  _boxes: ReadonlyMap<string, CellBox>,
): Promise<void> {}
export async function actOnChapter(
  _act: ChapterAct,
  _button: HTMLElement,
  _shop: Workshop,
  _chapter: string,
  _boxes: ReadonlyMap<string, CellBox>,
): Promise<void> {}
