import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { checkCourseAt } from './check-run.ts';
import { findPlaces } from './places.ts';
import { formatProblem } from './problems.ts';
import { unknownIds } from './unknown-ids.ts';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'planwright-places-')));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

function configured(text: string) {
  const file = join(folder, 'planwright.config.yaml');
  writeFileSync(file, text);
  vi.stubEnv('PLANWRIGHT_CONFIG', file);
  return findPlaces();
}

it.each(['PLANWRIGHT_CONFIG', 'PLANWRIGHT_CONTENT', 'PLANWRIGHT_EXERCISES'])(
  'no command takes the course that comes with Planwright where %s names what is not there',
  (name) => {
    vi.stubEnv(name, join(folder, 'none'));
    expect(() => findPlaces()).toThrow(
      new RegExp(`none:1:1: this (file|folder) is missing, and ${name} names it\\. Fix: .*${name} to where`),
    );
  },
);

it('a folder in place of the course file is told with the file that is meant', () => {
  vi.stubEnv('PLANWRIGHT_CONFIG', folder);
  expect(() => findPlaces()).toThrow(
    `${folder}:1:1: this is a folder, and PLANWRIGHT_CONFIG names it. Fix: name the file in it: ${folder}/planwright.config.yaml.`,
  );
});

it('a course whose file names a folder that is not there is told at once, and nothing of it is read', async () => {
  const places = configured('format: 1\ncontent: lesons\n');
  mkdirSync(places.exercises);
  const asked = { ids: ['no-such'], figures: false, files: false };
  const { problems } = await checkCourseAt(places, asked, () => {});
  expect(problems.map(formatProblem)).toEqual([
    expect.stringMatching(/:2:10: content: there is no folder “lesons” beside this file\. Fix: make it/),
  ]);
});

it('a name that nothing has is told with the folders that were searched', () => {
  mkdirSync(join(folder, 'lessons'));
  const places = configured('format: 1\ncontent: lessons\n');
  const [problem] = unknownIds(['late'], { lessons: [], exercises: [], datasets: new Map() }, places);
  expect(problem && formatProblem(problem)).toBe(
    `late:1:1: no lesson in ${folder}/lessons/ and no exercise in ${folder}/exercises/ has this name. Fix: name a lesson (<module>/<lesson>) or an exercise; PLANWRIGHT_CONFIG says which course is searched.`,
  );
});
