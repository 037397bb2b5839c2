import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NO_CONFIG } from '../authoring/course-file.ts';
import { courseOf } from '../course/course-config.ts';
import { checkFilesNow, idOfFile, type WatchRound, watchCourse, writeRound } from './check-watch.ts';
import type { Places } from './places.ts';

let root: string;
let places: Places;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'planwright-watch-'));
  const [content, exercises] = [join(root, 'content'), join(root, 'exercises')];
  await mkdir(join(content, 'indexing'), { recursive: true });
  await mkdir(exercises);
  const course = courseOf(undefined);
  places = { root, content, exercises, engine: '', figures: '', course, configFile: NO_CONFIG, problems: [] };
});
afterAll(() => rm(root, { recursive: true }));

test('knows which lesson or exercise a file belongs to', () => {
  const id = (path: string) => idOfFile(places, join(root, path));
  expect(id('content/indexing/a.mdx')).toBe('indexing/a');
  expect(id('exercises/late-parcels/wrong/a.sql')).toBe('late-parcels');
  expect(id('exercises/_datasets/shop/seed.sql')).toBe('');
  expect(id('content/indexing/picture.svg')).toBe('');
});

test('tells what a changed file shows, without a database', async () => {
  expect((await checkFilesNow(places)).problems).toEqual([]);
  const { promise, resolve, reject } = Promise.withResolvers<WatchRound>();
  const tell = (round: WatchRound) => {
    const isWhole = round.problems.some(({ what }) => what.includes('titel'));
    if (round.ids.length > 0 && isWhole) resolve(round);
  };
  const stop = watchCourse(places, false, tell, reject);
  const write = () => writeFile(join(places.content, 'indexing', 'a.mdx'), '---\ntitel: A\n---\n\nText.\n');
  // macOS begins to watch some time after it was asked to, and may tell of the folder before the file.
  await sleep(200);
  await write();
  const again = setInterval(() => void write(), 1000);
  const round = await promise;
  clearInterval(again);
  stop();
  expect(round).toMatchObject({ ids: ['indexing/a'], ran: false });
  expect(writeRound(round)).toContain(
    'content/indexing/a.mdx:2:1: front matter: “titel” is no key. Fix: write “title”.',
  );
});
