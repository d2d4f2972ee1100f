import type { ChapterNotebook, NotebookItem } from '../formats/chapter.ts';
import type { Notebook } from '../host/index.ts';

/** The page as a notebook: its headings and its cells as they are now, with the outputs that belong to their texts. */
export function chapterNotebook(chapter: string, notebook: Notebook): ChapterNotebook {
  const places = [
    ...document.querySelectorAll<HTMLElement>('main h1, main h2[id], main h3[id], main [data-cell]'),
  ];
  const items = places.map((place): NotebookItem => {
    const name = place.dataset.cell;
    if (name === undefined) {
      return {
        type: 'heading',
        level: Number(place.localName.slice(1)) as 1 | 2 | 3,
        text: headingText(place),
      };
    }
    const { text, ran, shown, log, error } = notebook.view(name);
    if (text !== ran) return { type: 'cell', name, text, outputs: [], log: [], error: null };
    return { type: 'cell', name, text, outputs: shown, log, error };
  });
  const title = items.find((item) => item.type === 'heading')?.text ?? document.title;
  const address = location.href.replace(/#.*/, '');
  return { title, chapter, address, items, colour: lightColour };
}

/** A colour of the light theme, as `#rrggbb`: a file has no theme, and a notebook's paper is white. */
function lightColour(property: string): string {
  const probe = document.createElement('i');
  probe.style.cssText = `display: none; color-scheme: light; color: var(${property})`;
  document.body.append(probe);
  const canvas = document.createElement('canvas').getContext('2d')!;
  canvas.fillStyle = getComputedStyle(probe).color;
  probe.remove();
  canvas.fillRect(0, 0, 1, 1);
  const bytes = [...canvas.getImageData(0, 0, 1, 1).data.subarray(0, 3)];
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** A heading as text, its formulas in TeX. */
function headingText(heading: Element): string {
  const copy = (heading.querySelector('.name') ?? heading).cloneNode(true) as Element;
  for (const formula of copy.querySelectorAll('.katex')) {
    formula.replaceWith(`$${formula.querySelector('annotation')?.textContent ?? ''}$`);
  }
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}
