import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchTrees } from './watch-trees.ts';

let root: string;
let stop: () => void;
let told: Set<string>;
const at = (path: string) => join(root, path);
const make = (folder: string) => {
  mkdirSync(at(`${folder}/week`), { recursive: true });
  writeFileSync(at(`${folder}/week/a.mdx`), 'one');
};
beforeEach(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'planwright-trees-')));
  make('lessons');
  told = new Set();
  stop = watchTrees([at('lessons')], (path) => void told.add(path), 20);
  // macOS begins to watch some time after it was asked to.
  await sleep(100);
});
afterEach(() => {
  stop();
  rmSync(root, { recursive: true });
});

/** Writes a file until it is told, and nothing that was told before counts. */
async function isSeen(path: string): Promise<boolean> {
  await sleep(100);
  told.clear();
  for (let turn = 0; turn < 400 && !told.has(at(path)); turn += 1) {
    writeFileSync(at(path), `turn ${turn}`);
    await sleep(25);
  }
  return told.has(at(path));
}

it('sees a file that was saved as another one under its name, and then written in place', async () => {
  for (let turn = 0; turn < 2; turn += 1) {
    writeFileSync(at('new.mdx'), 'two');
    renameSync(at('new.mdx'), at('lessons/week/a.mdx'));
    expect(await isSeen('lessons/week/a.mdx')).toBe(true);
  }
});

it('sees on where a folder was moved away and back, at once or after a while', async () => {
  for (const [folder, whileMs] of [
    ['lessons', 0],
    ['lessons', 80],
    ['lessons/week', 0],
    ['lessons/week', 80],
  ] as const) {
    renameSync(at(folder), at('away'));
    await sleep(whileMs);
    renameSync(at('away'), at(folder));
    expect(await isSeen('lessons/week/a.mdx')).toBe(true);
  }
});

it('sees on where another folder took its place, and tells of the change', async () => {
  rmSync(at('lessons'), { recursive: true });
  make('lessons');
  await vi.waitFor(() => expect(told).toContain(at('lessons')), 10_000);
  expect(await isSeen('lessons/week/a.mdx')).toBe(true);
});

it('sees a folder that was made since', async () => {
  mkdirSync(at('lessons/later/deeper'), { recursive: true });
  expect(await isSeen('lessons/later/deeper/b.mdx')).toBe(true);
});
