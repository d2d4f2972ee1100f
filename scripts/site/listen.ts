import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * The port to serve at, from the variable PORT.
 * @throws when it is no whole number from 0 to 65535
 */
export function readPort(value = process.env['PORT']): number {
  if (value === undefined || value === '') return 4321;
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`invalid PORT: "${value}"; expected a whole number from 0 to 65535`);
  return port;
}

/**
 * Starts a server for this machine alone, at both addresses that `localhost` may mean: 127.0.0.1 and ::1.
 * @returns the port; port 0 takes any free one
 * @throws a sentence when the port is taken or not allowed
 */
export async function listen(
  answer: RequestListener,
  port: number,
): Promise<{ port: number; close(): void }> {
  const first = await open(answer, port, '127.0.0.1');
  const taken = (first.address() as AddressInfo).port;
  const servers = [first];
  try {
    servers.push(await open(answer, taken, '::1'));
  } catch (error) {
    if (hasIpv6(error)) {
      first.close();
      throw error;
    }
  }
  const close = (): void => servers.forEach((server) => void server.close());
  return { port: taken, close };
}

function open(answer: RequestListener, port: number, host: string): Promise<Server> {
  const server = createServer({ maxHeaderSize: 64 * 1024 }, answer);
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(new Error(explain(error, port), { cause: error })),
    );
    server.listen(port, host, () => done(server));
  });
}

function hasIpv6(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause as NodeJS.ErrnoException) : undefined;
  return cause?.code === 'EADDRINUSE' || cause?.code === 'EACCES';
}

function explain(error: NodeJS.ErrnoException, port: number): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is in use; stop the program that holds it, or choose another: PORT=${port + 1} npm start`;
  if (error.code === 'EACCES')
    return `Port ${port} may not be used by this user; choose one above 1023: PORT=4321 npm start`;
  return `The server could not start at port ${port}: ${error.message}`;
}
