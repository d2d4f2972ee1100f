import { boot } from '../../src/notebook/cells/boot.ts';
import { functionDrawn } from './keeping.ts';

const kernel = () => import('virtual:notebook-kernel').then((module) => module.default);
const editor = () => import('../../src/notebook/editor/index.ts');
const asset = () => import('../../src/datasets/digits-packed.ts').then((module) => module.packedDigits);

boot({
  kernel,
  editor,
  page: async (cells) => {
    const [{ openCells }, { familyOfName }] = await Promise.all([
      import('../../src/notebook/cells/page.ts'),
      import('../../src/site/mdx/code.ts'),
    ]);
    return openCells({ cells, kernel, editor, asset, familyOf: familyOfName, functionDrawn });
  },
});
