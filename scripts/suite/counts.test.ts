import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { addCounts, closingLine, countReport } from './counts.ts';

const folder = mkdtempSync(join(tmpdir(), 'counts-'));
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: unknown): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

test("counts Vitest's report", () => {
  const file = report({ numPassedTests: 5, numFailedTests: 2, numPendingTests: 1 });
  expect(countReport(file, 1)).toEqual({ passed: 5, failed: 2, skipped: 1 });
});

test("counts Playwright's report, a second try that passes as passed", () => {
  const file = report({ stats: { expected: 8, unexpected: 1, flaky: 1, skipped: 2 }, errors: [] });
  expect(countReport(file, 1)).toEqual({ passed: 9, failed: 1, skipped: 2 });
});

test('a runner that ran nothing, left no report, or failed elsewhere counts as a failure', () => {
  expect(countReport(report({ numPassedTests: 0, numFailedTests: 0, numPendingTests: 3 }), 0).failed).toBe(1);
  expect(countReport(join(folder, 'missing.json'), 0).failed).toBe(1);
  const passing = report({ numPassedTests: 5, numFailedTests: 0, numPendingTests: 0 });
  expect(countReport(passing, 1)).toEqual({ passed: 5, failed: 1, skipped: 0 });
  expect(countReport(passing, 0)).toEqual({ passed: 5, failed: 0, skipped: 0 });
});

test('the closing line is the sum', () => {
  const counts = addCounts([
    { passed: 5, failed: 0, skipped: 1 },
    { passed: 2, failed: 1, skipped: 0 },
  ]);
  expect(closingLine(counts)).toBe('7 passed, 1 failed');
});
