// npm run unit [vitest arguments]: the tests that need no browser.
import { performAndClose } from './suite/main.ts';
import { vitest } from './suite/steps.ts';

const filters = process.argv.slice(2);
await performAndClose([vitest('unit tests', ...filters)]);
