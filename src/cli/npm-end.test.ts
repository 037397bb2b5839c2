import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';

const PROJECT = resolve(import.meta.dirname, '../..');

/**
 * Ends a shell, as npm has one, in which a script of the project runs. Whether the script ended within three seconds:
 * nobody can write to what it says any more then.
 */
async function endsWithItsShell(env: NodeJS.ProcessEnv): Promise<boolean> {
  const lines =
    "import('./scripts/npm-end.mjs').then(({ endWithNpm }) => { endWithNpm(); console.log(process.pid); setInterval(() => {}, 1000); })";
  const child = spawn('sh', ['-c', `"${process.execPath}" -e "${lines}"; true`], {
    cwd: PROJECT,
    env: { ...process.env, npm_lifecycle_event: undefined, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const pid = await new Promise<number>((runs) => child.stdout.once('data', (text) => runs(Number(text))));
  const silent = new Promise<boolean>((ended) => child.stdout.once('close', () => ended(true)));
  child.kill('SIGTERM');
  const ended = await Promise.race([silent, later(3000, false)]);
  if (!ended) process.kill(pid, 'SIGKILL');
  return ended;
}

describe('a script that npm runs', () => {
  it('ends when npm was ended by a signal that its shell did not pass on', async () => {
    expect(await endsWithItsShell({ npm_lifecycle_event: 'start' })).toBe(true);
  });

  it('goes on without its shell where npm has not started it', async () => {
    expect(await endsWithItsShell({})).toBe(false);
  });
});
