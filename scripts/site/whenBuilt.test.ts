import { afterEach, expect, test } from 'vitest';
import { listen } from './listen.ts';
import { whenBuilt } from './whenBuilt.ts';

const closing: (() => void)[] = [];

afterEach(() => {
  for (const close of closing.splice(0)) close();
});

test('until the book is built every address asks for patience, then the host answers', async () => {
  let built = false;
  const server = await listen(
    whenBuilt(
      () => built,
      (_, response) => void response.end('the book'),
    ),
    0,
  );
  closing.push(server.close);
  const address = `http://127.0.0.1:${server.port}/3-ideal-properties/`;
  const early = await fetch(address);
  expect(early.status).toBe(503);
  expect(early.headers.get('retry-after')).toBe('2');
  expect(early.headers.get('cache-control')).toBe('no-store');
  const said = await early.text();
  expect(said).toContain('The book is being built');
  expect(said).toContain('http-equiv="refresh"');
  expect(await (await fetch(address, { method: 'HEAD' })).text()).toBe('');

  built = true;
  const late = await fetch(address);
  expect(late.status).toBe(200);
  expect(await late.text()).toBe('the book');
});
