// node scripts/site/host.ts FOLDER PORT [BASE]: serves a built book until it is ended.
import { resolve } from 'node:path';
import { listen } from './listen.ts';
import { createHost } from './serve.ts';

const [folder = 'dist', port = '0', base = '/'] = process.argv.slice(2);
const server = await listen(createHost(resolve(folder), base), Number(port));
console.log(`http://localhost:${server.port}${base}`);
