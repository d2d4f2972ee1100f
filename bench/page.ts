import { runSuite } from './suite.ts';

// The harness calls it from outside the page.
Object.assign(globalThis, { runSuite });
