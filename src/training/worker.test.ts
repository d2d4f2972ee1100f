import { afterAll, expect, it, vi } from 'vitest';
import { registry } from '../activations/index.ts';

const messages = new EventTarget();
vi.stubGlobal('addEventListener', messages.addEventListener.bind(messages));
afterAll(() => vi.unstubAllGlobals());

it('registers a reader’s function once, so that it keeps what is known of it', async () => {
  await import('./worker.ts');
  const tell = (...list: readonly { id: string; label: string; formula: string }[]) =>
    messages.dispatchEvent(new MessageEvent('message', { data: { kind: 'own', list } }));
  const bend = { id: 'own_bend', label: 'bend', formula: 'max(x, 0.3x)' };
  tell(bend);
  const first = registry.find('own_bend');
  tell({ ...bend }, { id: 'own_wave', label: 'wave', formula: 'x + sin(x)' });
  expect(registry.find('own_bend')).toBe(first);
  expect(registry.find('own_wave').label).toBe('wave');
});
