import './Cell/live.ts';
import './Designer/open.ts';
import './Predict/predict.ts';
import { boot } from '../src/figure/boot.ts';
import type { AnyWidget } from '../src/figure/widget.ts';

const modules = import.meta.glob<{ default: AnyWidget }>('./*/widget.ts');

const loaders = Object.fromEntries(
  Object.entries(modules).map(([path, load]) => [path.split('/')[1]!, async () => (await load()).default]),
);

boot(loaders);
