import { boot } from '../../src/notebook/cells/boot.ts';
import { openKernel } from '../../src/notebook/cells/start.ts';
import type { Frame } from '../../src/notebook/host/index.ts';
import { functionDrawn } from './keeping.ts';

const kernel = () => import('virtual:notebook-kernel').then((module) => module.default);
// What the editor completes comes with the compiler, which an edited cell needs anyway.
const editor = async () => {
  const [module] = await Promise.all([
    import('../../src/notebook/editor/index.ts'),
    import('../../src/notebook/cells/scope.ts'),
  ]);
  return module;
};
const asset = () => import('../../src/datasets/digits-packed.ts').then((module) => module.packedDigits);

let opened: Frame | undefined;

boot({
  editor,
  start: () => {
    opened ??= openKernel(kernel());
  },
  page: async (cells) => {
    const [{ openCells }, { familyOfName }] = await Promise.all([
      import('../../src/notebook/cells/page.ts'),
      import('../../src/site/mdx/code.ts'),
    ]);
    return openCells({ cells, kernel, opened, editor, asset, familyOf: familyOfName, functionDrawn });
  },
});
