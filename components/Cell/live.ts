import { knowsOwn } from '../../src/figure/ownPresence.ts';
import { boot } from '../../src/notebook/cells/boot.ts';
import { chartWidth } from '../../src/notebook/cells/chartWidth.ts';
import { type Frame, openFrame } from '../../src/notebook/host/frame.ts';
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
const asset = () => import('../../src/datasets/digitsPacked.ts').then((module) => module.packedDigits);

let opened: Frame | undefined;

boot({
  editor,
  // Before the page's own code is there, which takes as long to load.
  start: () => {
    opened ??= openFrame(kernel(), { width: chartWidth() });
  },
  page: async (cells) => {
    const [{ openCells }, { familyOfName }] = await Promise.all([
      import('../../src/notebook/cells/page.ts'),
      import('../../src/site/mdx/code.ts'),
    ]);
    const functions = () => import('./functions.ts').then((module) => module.functions);
    // The parser of formulas comes only where there is one.
    const ownFunctions = async () =>
      knowsOwn() ? (await import('../../src/figure/ownFunctions.ts')).availableOwn() : [];
    return openCells({
      cells,
      kernel,
      opened,
      editor,
      asset,
      familyOf: familyOfName,
      functions,
      ownFunctions,
      functionDrawn,
    });
  },
});
