// npm run e2e [Playwright arguments]: the browser tests, on the built book.
import { performAndClose } from './suite/main.ts';
import { browserSteps } from './suite/steps.ts';

await performAndClose(browserSteps(process.argv.slice(2)));
