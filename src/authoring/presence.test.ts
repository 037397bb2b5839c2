import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { goneInHtml, watchPresence } from './presence.ts';

let root: string;
let stop: () => void;
let told: string[];
let next: PromiseWithResolvers<string>;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'planwright-presence-'));
  mkdirSync(join(root, 'lessons'));
  told = [];
  next = Promise.withResolvers();
});
afterEach(() => {
  stop();
  rmSync(root, { recursive: true });
});

function watch(...names: readonly string[]): void {
  const say = (line: string) => {
    told.push(line);
    next.resolve(line);
    next = Promise.withResolvers();
  };
  const folders = names.map((name) => join(root, name));
  stop = watchPresence(folders, { gone: (folder) => say(`gone ${folder}`), back: () => say('back') }, 5);
}

test('a folder that disappears and comes back is told, each once', async () => {
  watch('lessons');
  const gone = next.promise;
  renameSync(join(root, 'lessons'), join(root, 'away'));
  await gone;
  const back = next.promise;
  renameSync(join(root, 'away'), join(root, 'lessons'));
  await back;
  expect(told).toEqual([`gone ${join(root, 'lessons')}`, 'back']);
});

test('so is one that another has taken the place of, and one that was not there yet', async () => {
  watch('lessons');
  let back = next.promise;
  mkdirSync(join(root, 'other'));
  rmSync(join(root, 'lessons'), { recursive: true });
  renameSync(join(root, 'other'), join(root, 'lessons'));
  await back;
  expect(told.at(-1)).toBe('back');
  watch('tasks');
  back = next.promise;
  mkdirSync(join(root, 'tasks'));
  expect(await back).toBe('back');
});

test('it is back once all of them are', async () => {
  mkdirSync(join(root, 'tasks'));
  watch('lessons', 'tasks');
  const [both, first] = [Promise.withResolvers<void>(), next.promise];
  rmSync(join(root, 'lessons'), { recursive: true });
  rmSync(join(root, 'tasks'), { recursive: true });
  await first;
  const wait = setInterval(() => told.length === 2 && both.resolve(), 5);
  await both.promise;
  clearInterval(wait);
  const back = next.promise;
  mkdirSync(join(root, 'lessons'));
  mkdirSync(join(root, 'tasks'));
  expect(await back).toBe('back');
  expect(told.filter((line) => line.startsWith('gone'))).toHaveLength(2);
});

test('the page says which folder it is', () => {
  expect(goneInHtml('/a<b>/lessons')).toContain('/a&lt;b>/lessons');
});
