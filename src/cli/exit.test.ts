import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EngineFault } from '../engine/engine.ts';
import { findPage } from '../export/find-page.ts';
import { gradeClass } from './class/grade-class.ts';
import { endingOf } from './exit.ts';
import { findExercise } from './find-exercise.ts';
import { readGradeArgs } from './grade-args.ts';
import { listSubmissions } from './grade-files.ts';
import { readEngineName } from './on-server/open-server.ts';
import { findPlaces, type Places } from './places.ts';

let folder: string;
let places: Places;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'planwright-exit-')));
  for (const path of ['tasks/late-parcels', 'tasks/_datasets', 'dist/exercises/late-parcels', 'class'])
    mkdirSync(join(folder, path), { recursive: true });
  for (const path of ['a.sql', 'dist/index.html', 'dist/exercises/late-parcels/index.html'])
    writeFileSync(join(folder, path), '');
  places = { ...findPlaces(), root: folder, exercises: join(folder, 'tasks') };
});
afterEach(() => rmSync(folder, { recursive: true }));

/** How a command ends that does this. */
async function ending(work: () => unknown) {
  try {
    await work();
  } catch (thrown) {
    const { code, lines } = endingOf(thrown);
    return { code, lines: lines.map((line) => line.replaceAll(`${folder}/`, '')) };
  }
  return { code: 0, lines: [] };
}

const inClass = (asked: Partial<Parameters<typeof gradeClass>[0]>) =>
  gradeClass({
    folder: join(folder, 'class'),
    out: undefined,
    lanes: undefined,
    exercises: undefined,
    engine: 'pglite',
    json: false,
    ...asked,
  });

describe('what somebody asked for and cannot have is one line, and their mistake', () => {
  it.each<[string, () => unknown, string]>([
    [
      'an exercise that is none',
      () => findExercise(places, 'nonesuch'),
      'there is no exercise “nonesuch” in tasks/. Fix: name a folder of tasks/.',
    ],
    [
      'an exercise in another case',
      () => findExercise(places, 'Late-Parcels'),
      'there is no exercise “Late-Parcels” in tasks/. Fix: write late-parcels.',
    ],
    [
      'a file of SQL',
      () => listSubmissions(join(folder, 'nope.sql')),
      'there is no nope.sql. Fix: name a file of SQL, or a folder of them.',
    ],
    [
      'a class that is not there',
      () => inClass({ folder: join(folder, 'nope') }),
      'there is no folder nope. Fix: write --class with the folder of what was handed in.',
    ],
    [
      'a class without a file',
      () => inClass({}),
      `there is no file in class. Fix: put the files that learners exported into it.`,
    ],
    [
      'databases',
      () => readGradeArgs(['--lanes', '0']),
      '--lanes cannot be “0”. Fix: write a whole number from 1 to 64.',
    ],
    [
      'an engine',
      () => readEngineName('mysql'),
      'there is no engine “mysql”. Fix: leave --engine out, or write --engine postgres.',
    ],
    [
      'a page to pack',
      () => findPage(join(folder, 'dist'), 'late-parcel'),
      'the site in dist has no exercise and no lesson “late-parcel”. Fix: write late-parcels, or npm run build where it is new.',
    ],
    [
      'a built site',
      () => findPage(join(folder, 'nope'), 'late-parcels'),
      'there is no built site in nope. Fix: npm run build, or name its folder with --dist.',
    ],
    [
      'an option',
      () => parseArgs({ args: ['--nope'], options: {} }),
      "unknown option '--nope'. Fix: --help lists the options.",
    ],
  ])('%s', async (_, work, line) => {
    expect(await ending(work)).toEqual({ code: 1, lines: [`planwright: ${line}`] });
  });

  it('results among what is graded', async () => {
    writeFileSync(join(folder, 'class', 'a.json'), '{}');
    const { code, lines } = await ending(() => inClass({ out: join(folder, 'class', 'out') }));
    expect({ code, lines }).toEqual({
      code: 1,
      lines: [
        'planwright: class/out lies in the folder that is graded. Fix: write --out with another place.',
      ],
    });
  });
});

it('an exercise is found by its id, and by a path of its folder', async () => {
  for (const named of ['late-parcels', 'tasks/late-parcels', `${folder}/tasks/late-parcels/solution.sql`])
    expect(await findExercise(places, named)).toBe('late-parcels');
});

describe('a fault of ours', () => {
  it('is told once, with where it came from', () => {
    const { code, lines } = endingOf(new Error('the snapshot is gone'));
    expect({ code, first: lines[0] }).toEqual({ code: 2, first: 'planwright: Error: the snapshot is gone' });
    expect(lines.slice(1).every((line) => line.includes(' at '))).toBe(true);
    expect(lines.length).toBeGreaterThan(1);
  });

  it('of the engine is told without', () => {
    expect(endingOf(new EngineFault('crashed', 'it died'))).toEqual({
      code: 2,
      lines: ['planwright: crashed: it died'],
      json: { errors: [], fault: 'crashed: it died' },
    });
  });
});
