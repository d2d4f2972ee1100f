import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { moduleBytes } from './load.ts';

beforeEach(() => {
  vi.resetModules();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const chosen = async (): Promise<string> => (await (await import('./load.ts')).loadKernels()).path;

test('takes the fastest path that the engine accepts', async () => {
  expect(await chosen()).toBe('relaxed');
});

test('takes the plain module where relaxed instructions are unknown', async () => {
  const relaxed = (await moduleBytes('relaxed')).length;
  const validate = WebAssembly.validate;
  vi.spyOn(WebAssembly, 'validate').mockImplementation(
    (bytes) => bytes.byteLength !== relaxed && validate(bytes),
  );
  expect(await chosen()).toBe('simd');
});

test('takes typed arrays without SIMD, without WebAssembly, and where a policy forbids to compile', async () => {
  vi.spyOn(WebAssembly, 'validate').mockReturnValue(false);
  expect(await chosen()).toBe('arrays');
  vi.restoreAllMocks();
  vi.resetModules();
  vi.spyOn(WebAssembly, 'compile').mockRejectedValue(new WebAssembly.CompileError('blocked by policy'));
  expect(await chosen()).toBe('arrays');
  vi.resetModules();
  vi.stubGlobal('WebAssembly', undefined);
  expect(await chosen()).toBe('arrays');
});

test('refuses a named path that the engine lacks', async () => {
  vi.spyOn(WebAssembly, 'validate').mockReturnValue(false);
  const { loadKernels } = await import('./load.ts');
  await expect(loadKernels('simd')).rejects.toThrow(
    'invalid kernel path: simd; expected one that this engine supports',
  );
});
