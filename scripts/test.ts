// npm test: everything that must hold before a change is taken.
import { performAndClose } from './suite/main.ts';
import { allSteps } from './suite/steps.ts';

await performAndClose(allSteps);
