import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** `fupan serve` in a process of its own, from the sources. */
export interface ServerProcess {
  readonly url: string;
  /** As if the machine had lost power. */
  kill(): Promise<void>;
  /** As an operator stops it. */
  stop(): Promise<void>;
}

export async function startServerProcess(
  env: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const child = spawn(
    process.execPath,
    ['--import', './test/support/run-sources.mjs', 'src/cli/main.ts', 'serve', '--json'],
    { env: { PATH: process.env['PATH'], FUPAN_PORT: '0', ...env }, stdio: 'pipe' },
  );
  const said: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const greeting = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.endsWith('}\n')) resolve(text);
    });
    child.once('exit', () => {
      reject(new Error(`the server did not start:\n${said.join('')}`));
    });
  });
  const { url } = JSON.parse(greeting) as { url: string };
  return { url, kill: () => ended(child, 'SIGKILL'), stop: () => ended(child, 'SIGTERM') };
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}
