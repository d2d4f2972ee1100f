import { type AddressInfo, createServer } from 'node:net';

export interface Ear {
  readonly port: number;
  /** Connections and bytes that reached it. */
  heard(): { connections: number; bytes: number };
  close(): void;
}

/** A port of this machine to which no page may ever speak. */
export function openEar(): Promise<Ear> {
  let connections = 0;
  let bytes = 0;
  const server = createServer((socket) => {
    connections++;
    socket.on('data', (data) => {
      bytes += data.length;
    });
    socket.on('error', () => undefined);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve({
        port: (server.address() as AddressInfo).port,
        heard: () => ({ connections, bytes }),
        close: () => void server.close(),
      }),
    );
  });
}
