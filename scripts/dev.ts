// npm run dev: Astro's own server for authors, which redraws a page as its sources change.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './machine/root.ts';

const astro = join(root, 'node_modules', '.bin', 'astro');
const child = spawn(astro, ['dev', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code) => process.exit(code ?? 0));
