import { Notebook } from '../../../../src/notebook/host/index.ts';
import { libraryNames } from '../../../../src/notebook/library/names.ts';
import { OutputView, readInBrowser } from '../../../../src/notebook/outputs/index.ts';
import { Frames } from './frames.ts';

/** What a test asks the page to show: the author's cells, and how long a kernel may be silent. */
export interface Setup {
  readonly cells: readonly { readonly id: string; readonly text: string }[];
  readonly patience?: number;
}

/** A page with a plain notebook: for each cell a text field, its state, its outputs, Run and Stop. */
function open({ cells, patience }: Setup) {
  const notebook = new Notebook({
    cells,
    library: Object.keys(libraryNames),
    kernel: () => import('virtual:notebook-kernel').then((module) => module.default),
    asset: () => import('../../../../src/datasets/digitsPacked.ts').then((module) => module.packedDigits),
    ...(patience !== undefined && { patience }),
    beforeRun: (texts) => localStorage.setItem('cells', JSON.stringify(texts)),
  });
  for (const { id } of cells) show(notebook, id);
  notebook.onSilence((silence) => {
    document.querySelector('#silence')!.textContent = silence ? `stops in ${Math.ceil(silence.left)} s` : '';
  });
  return notebook;
}

function show(notebook: Notebook, id: string): void {
  const template = document.querySelector<HTMLTemplateElement>('#cell')!;
  const node = template.content.cloneNode(true) as DocumentFragment;
  const section = node.querySelector('section')!;
  const text = node.querySelector('textarea')!;
  const output = new OutputView(node.querySelector('.out')!, id, {
    document,
    readMarkup: readInBrowser,
    changed: (control, value) => void notebook.choose(id, control, value),
  });
  section.id = id;
  text.value = notebook.view(id).text;
  text.addEventListener('input', () => notebook.edit(id, text.value));
  section.querySelector('.run')!.addEventListener('click', () => void notebook.run(id));
  section.querySelector('.stop')!.addEventListener('click', () => notebook.stop(id));
  const draw = (): void => {
    const view = notebook.view(id);
    section.dataset['state'] = view.state;
    section.dataset['waits'] = view.waitsFor?.cell ?? '';
    output.draw(view);
  };
  notebook.subscribe(id, draw);
  draw();
  document.querySelector('main')!.append(node);
}

const harness = { open, notebook: null as Notebook | null, frames: new Frames() };

declare global {
  interface Window {
    harness: typeof harness;
  }
}

window.harness = harness;
document.documentElement.dataset['ready'] = '';
