import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { framePolicy, frameScript, frameScriptHash } from './frame.ts';

test('the policy names the hash of the script that the frame runs', () => {
  expect(frameScriptHash).toBe(`'sha256-${createHash('sha256').update(frameScript).digest('base64')}'`);
  expect(framePolicy).toContain(frameScriptHash);
});

test('the frame may load nothing', () => {
  expect(framePolicy).toMatch(/^default-src 'none';/);
  expect(framePolicy).not.toMatch(/https?:|\*|'self'|'unsafe-inline'|data:/);
});
