import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from './policy.ts';

describe('the content security policy', () => {
  const policy = contentSecurityPolicy(['alert(1)']);
  const directive = (name: string) => policy.split('; ').find((d) => d.startsWith(`${name} `)) ?? '';

  it('lets inline scripts run by their hash alone', () => {
    const hash = createHash('sha256').update('alert(1)').digest('base64');
    expect(directive('script-src')).toBe(`script-src 'self' 'wasm-unsafe-eval' 'sha256-${hash}'`);
  });

  it('names no other origin', () => {
    expect(policy).not.toMatch(/https?:|\*|\.\w{2,}/);
    expect(directive('default-src')).toBe("default-src 'none'");
  });
});
