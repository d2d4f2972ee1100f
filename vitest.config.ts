import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,components,tests,scripts}/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', '**/node_modules/**'],
    testTimeout: 60_000,
  },
});
