import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { NO_CONFIG } from '../authoring/course-file.ts';
import { courseOf } from '../course/course-config.ts';
import { checkCourseAt } from './check-run.ts';
import { COURSE, EXERCISE_FILE } from './mistakes/sound-course.ts';
import type { Places } from './places.ts';
import { formatProblem } from './problems.ts';

const EXERCISE = dirname(EXERCISE_FILE).replace('exercises/', '');

let places: Places;
beforeAll(async () => {
  const root = await mkdtemp(join(tmpdir(), 'planwright-run-'));
  const broken = { ...COURSE, [`exercises/${EXERCISE}/start.sql`]: 'selec 1;\n' };
  for (const [file, text] of Object.entries(broken)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text ?? '');
  }
  const [content, exercises] = [join(root, 'content'), join(root, 'exercises')];
  const [engine, cache] = [join(root, 'engine'), join(root, '.cache')];
  const course = courseOf(undefined);
  places = { root, content, exercises, engine, cache, configFile: NO_CONFIG, course, problems: [] };
});
afterAll(() => rm(places.root, { recursive: true }));

/** The mistakes in the SQL of the exercise that are told, where its files are looked at. */
async function told(ids: readonly string[], figures = false): Promise<number> {
  const { problems } = await checkCourseAt(places, { ids, figures, files: true }, () => {});
  return problems.map(formatProblem).filter((line) => line.includes(`${EXERCISE}/start.sql:1:`)).length;
}

it('tells the mistakes in an exercise’s SQL where it is asked for, and in no build', async () => {
  expect(await told([], true)).toBe(0);
  expect(await told(['_datasets/shop'])).toBe(0);
  expect(await told([EXERCISE])).toBe(1);
  expect(await told([])).toBe(1);
});
