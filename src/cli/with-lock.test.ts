import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { cp } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { findCourse } from '../authoring/course-file.ts';
import { withLock } from './with-lock.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'planwright-lock-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a lock', () => {
  const nobody = () => {
    throw new Error('nobody has to wait');
  };

  it('lets one in at a time, and says once that another waits', async () => {
    const path = join(folder, 'one.lock');
    const seen: string[] = [];
    const act = (name: string) => async () => {
      seen.push(`${name} in`);
      await new Promise((resume) => setTimeout(resume, 300));
      seen.push(`${name} out`);
    };
    const waited: string[] = [];
    const enter = (name: string) => withLock(path, () => waited.push(name), act(name));
    await Promise.all(['a', 'b', 'c'].map(enter));
    const pairs = seen.map((line) => line.replace(/ .*/, ''));
    expect(pairs.filter((_, at) => at % 2 === 0)).toEqual(pairs.filter((_, at) => at % 2 === 1));
    expect(new Set(pairs).size).toBe(3);
    expect(waited).toHaveLength(2);
    expect(existsSync(path)).toBe(false);
  });

  it('is left alone where it is another’s by then', async () => {
    const path = join(folder, 'anothers.lock');
    const theirs = JSON.stringify({ pid: process.ppid, host: hostname() });
    await withLock(path, nobody, async () => writeFileSync(path, theirs));
    expect(readFileSync(path, 'utf8')).toBe(theirs);
    rmSync(path);
  });

  it('stays young for as long as its holder acts', async () => {
    const path = join(folder, 'young.lock');
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      await withLock(path, nobody, async () => {
        const old = new Date(Date.now() - 3_600_000);
        utimesSync(path, old, old);
        vi.advanceTimersByTime(60_000);
        await vi.waitFor(() => expect(Date.now() - statSync(path).mtimeMs).toBeLessThan(3_000_000));
      });
    } finally {
      vi.useRealTimers();
    }
  });

  it('is given back where what it covers fails', async () => {
    const path = join(folder, 'fails.lock');
    const fails = withLock(path, nobody, () => Promise.reject(new Error('seed')));
    await expect(fails).rejects.toThrow('seed');
    expect(await withLock(path, nobody, async () => 1)).toBe(1);
  });

  it('is taken from a process that is dead, and from one elsewhere after a long time', async () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    const old = new Date(Date.now() - 3_600_000);
    for (const [holder, when] of [
      [JSON.stringify({ pid: dead, host: hostname() }), new Date()],
      [JSON.stringify({ pid: 1, host: 'elsewhere' }), old],
      ['', old],
    ] as const) {
      const path = join(folder, 'stale.lock');
      writeFileSync(path, holder);
      utimesSync(path, when, when);
      const entered = Array.from({ length: 3 }, () =>
        withLock(
          path,
          () => {},
          async () => 1,
        ),
      );
      expect(await Promise.all(entered)).toEqual([1, 1, 1]);
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not taken from one elsewhere that came just now', async () => {
    const path = join(folder, 'elsewhere.lock');
    writeFileSync(path, JSON.stringify({ pid: 1, host: 'elsewhere' }));
    let waits = false;
    const entered = withLock(
      path,
      () => {
        waits = true;
      },
      async () => existsSync(path),
    );
    await expect.poll(() => waits).toBe(true);
    rmSync(path);
    expect(await entered).toBe(true);
  });
});

describe('two commands that build the same snapshots at once', () => {
  const project = resolve(import.meta.dirname, '../..');
  const file = z.object({ file: z.string() });
  const manifestSchema = z.object({
    wasm: file,
    bundle: file,
    datasets: z.record(z.string(), z.object({ boot: file, relations: file })),
  });

  it('both succeed, build each once, and leave what the list names', { timeout: 300_000 }, async () => {
    const home = mkdtempSync(join(tmpdir(), 'planwright-two-'));
    await cp(join(import.meta.dirname, 'fixtures', 'own-course'), home, { recursive: true });
    // To begin and to end a database takes long enough for the other command to come.
    const seed = join(home, 'tasks', '_datasets', 'desk', 'seed.sql');
    writeFileSync(seed, readFileSync(seed, 'utf8').replace('(1, 80000)', '(1, 800)'));
    process.env.PLANWRIGHT_CONFIG = join(home, 'planwright.config.yaml');
    const { publicFolder } = findCourse(project);
    try {
      const runs = [1, 2].map(async () => {
        const child = spawn(process.execPath, ['src/cli/snapshots.ts'], { cwd: project, env: process.env });
        let said = '';
        for (const stream of [child.stdout, child.stderr])
          stream.on('data', (chunk) => {
            said += chunk;
          });
        const [code] = await once(child, 'close');
        return { code, said };
      });
      const done = await Promise.all(runs);
      expect(done.map(({ code, said }) => (code === 0 ? '' : said))).toEqual(['', '']);
      const said = done.map((one) => one.said).join('');
      expect(said.match(/^built desk/gm)).toHaveLength(1);
      expect(said).toContain('waiting for another command');
      const engine = join(publicFolder, 'engine');
      const { wasm, bundle, datasets } = manifestSchema.parse(
        JSON.parse(readFileSync(join(engine, 'manifest.json'), 'utf8')),
      );
      const parts = Object.values(datasets).flatMap(({ boot, relations }) => [boot, relations]);
      const named = [wasm, bundle, ...parts].map((part) => part.file);
      expect(named).toHaveLength(6);
      expect(readdirSync(engine).sort()).toEqual([...named, 'manifest.json'].sort());
    } finally {
      delete process.env.PLANWRIGHT_CONFIG;
      rmSync(dirname(publicFolder), { recursive: true, force: true });
      rmSync(home, { recursive: true });
    }
  });
});
