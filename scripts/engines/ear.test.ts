import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { openEar } from './ear.ts';

test('the ear hears a connection and its bytes', async () => {
  const ear = await openEar();
  expect(ear.heard()).toEqual({ connections: 0, bytes: 0 });
  const socket = connect(ear.port, '127.0.0.1');
  socket.end('seven b');
  await expect.poll(() => ear.heard()).toEqual({ connections: 1, bytes: 7 });
  socket.destroy();
  ear.close();
});
