// npm run check: format, lint and types.
import { performAndClose } from './suite/main.ts';
import { checkSteps } from './suite/steps.ts';

await performAndClose(checkSteps);
