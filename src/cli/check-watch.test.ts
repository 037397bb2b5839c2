import { writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NO_CONFIG } from '../authoring/course-file.ts';
import { courseOf } from '../course/course-config.ts';
import {
  checkFilesNow,
  followCourse,
  idOfFile,
  type WatchRound,
  watchCourse,
  writeRound,
} from './check-watch.ts';
import type { Places } from './places.ts';

let root: string;
let places: Places;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'planwright-watch-'));
  const [content, exercises] = [join(root, 'content'), join(root, 'exercises')];
  await mkdir(join(content, 'indexing'), { recursive: true });
  await mkdir(exercises);
  const course = courseOf(undefined);
  const cache = join(root, '.cache');
  places = { root, content, exercises, engine: '', cache, course, configFile: NO_CONFIG, problems: [] };
});
afterAll(() => rm(root, { recursive: true }));

test('knows which lesson or exercise a file belongs to', () => {
  const id = (path: string) => idOfFile(places, join(root, path));
  expect(id('content/indexing/a.mdx')).toBe('indexing/a');
  expect(id('exercises/late-parcels/wrong/a.sql')).toBe('late-parcels');
  expect(id('exercises/late-parcels')).toBe('late-parcels');
  expect(id('exercises/_datasets/shop/seed.sql')).toBe('_datasets/shop');
  expect(id('exercises/_datasets')).toBe('');
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

describe('a course that is followed', () => {
  let rounds: WatchRound[];
  let stop: () => void;
  let fail: unknown;
  const course = () => ({ ...places, course: courseOf({ format: 1, ...config }) });
  let config: { content: string; exercises: string; 'leave-out': string[] };
  beforeEach(async () => {
    rounds = [];
    config = { content: 'content', exercises: 'exercises', 'leave-out': [] };
    const find = () => course();
    stop = await followCourse(
      find,
      false,
      (round) => void rounds.push(round),
      (thrown) => (fail = thrown),
    );
    await sleep(200);
    rounds = [];
  });
  afterEach(() => {
    stop();
    expect(fail).toBeUndefined();
  });
  const lesson = () => join(places.content, 'indexing', 'b.mdx');
  const last = async (is: (round: WatchRound) => boolean) => {
    for (let turn = 0; turn < 800 && !rounds.some(is); turn += 1) await sleep(25);
    return rounds.find(is);
  };
  /** The round of a lesson that is written again and again, until it is watched. */
  const written = async () => {
    const again = setInterval(() => writeFileSync(lesson(), 'Text.\n'), 200);
    const round = await last(({ ids }) => ids.includes('indexing/b'));
    clearInterval(again);
    return round;
  };

  test('tells of a lesson that was deleted that it was, and runs nothing for it', async () => {
    expect(await written()).toBeDefined();
    await rm(lesson());
    const round = await last(({ gone }) => gone.includes('indexing/b'));
    expect(round && writeRound(round)).toMatch(/^(.*\n)*indexing\/b \(taken away\): /);
  });

  test('goes on where its folder was taken away and another one took its place', async () => {
    await rm(places.content, { recursive: true });
    const gone = await last(({ problems }) => problems.some(({ what }) => what.includes('is not there')));
    expect(gone).toBeDefined();
    await mkdir(join(places.content, 'indexing'), { recursive: true });
    expect(await written()).toBeDefined();
  });

  test('is found anew after its course file has changed', async () => {
    config['leave-out'] = ['nothing-of-this-name'];
    await writeFile(join(root, 'planwright.config.yaml'), 'format: 1\n');
    const told = await last(({ problems }) => problems.some(({ what }) => what.startsWith('leave-out')));
    expect(told).toBeDefined();
  });
});

test('counts one problem as one', () => {
  const problems = [{ file: 'a.mdx', line: 1, what: 'w', fix: 'f' }];
  const round = { ids: ['_datasets/bikes'], gone: [], problems, ms: 1, ran: true };
  expect(writeRound(round)).toBe(
    'a.mdx:1:1: w. Fix: f.\n_datasets/bikes: 1 problem, run in 1 ms; npm run check runs what stands on these data',
  );
});
