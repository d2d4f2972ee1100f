import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { listen, readPort } from './listen.ts';

const answer = (): void => {};

test('readPort takes 4321 unless PORT says otherwise', () => {
  expect(readPort(undefined)).toBe(4321);
  expect(readPort('8080')).toBe(8080);
  expect(() => readPort('banana')).toThrow('invalid PORT: "banana"; expected a whole number from 0 to 65535');
  expect(() => readPort('65536')).toThrow('invalid PORT');
});

test('listen takes a free port for port 0', async () => {
  const server = await listen(answer, 0);
  expect(server.port).toBeGreaterThan(0);
  server.close();
});

test.each(['127.0.0.1', '0.0.0.0'])(
  'listen says in one sentence that a port is taken at %s',
  async (host) => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, host, done));
    const { port } = other.address() as AddressInfo;
    const sentence = `Port ${port} is in use; stop the program that holds it, or choose another: PORT=${port + 1} npm start`;
    await expect(listen(answer, port)).rejects.toThrow(sentence);
    other.close();
  },
);
