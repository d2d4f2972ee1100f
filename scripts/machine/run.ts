import { type SpawnOptions, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { root } from './root.ts';

/** How a command ended: its exit code (-1 when it could not start), its seconds, and all it wrote. */
export interface Ended {
  readonly code: number;
  readonly seconds: number;
  readonly output: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** A file that receives everything the command writes. */
  readonly log?: string;
  /** Ends the command after so many seconds. */
  readonly limit?: number;
  /** Lets the command write to the terminal as well. */
  readonly show?: boolean;
}

/** Runs a command in the project's folder and never throws: a command that cannot start ends with code -1. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const started = performance.now();
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...options.env };
  const spawnOptions: SpawnOptions = { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] };
  const child = spawn(command, args, spawnOptions);
  const chunks: Buffer[] = [];
  const keep = (chunk: Buffer): void => {
    chunks.push(chunk);
    if (options.show) process.stdout.write(chunk);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const timer = options.limit ? setTimeout(() => child.kill('SIGKILL'), options.limit * 1000) : undefined;
  return new Promise((done) => {
    const end = (code: number, note = ''): void => {
      clearTimeout(timer);
      const output = Buffer.concat(chunks).toString('utf8') + note;
      if (options.log) keepLog(options.log, output);
      done({ code, seconds: (performance.now() - started) / 1000, output });
    };
    child.on('error', (error) => end(-1, `${error.message}\n`));
    child.on('close', (code) => end(code ?? -1));
  });
}

function keepLog(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  createWriteStream(file).end(text);
}
