import { stat } from 'node:fs/promises';
import { UserMistake } from '../authoring/user-mistake.ts';
import type { Engine } from '../engine/engine.ts';
import { atOf, startFails } from './broken-parts.ts';
import { type ExerciseRead, readExerciseFolder } from './check-exercises.ts';
import { gradeClass } from './class/grade-class.ts';
import { EXIT, runCommand } from './exit.ts';
import { findExercise } from './find-exercise.ts';
import { fromWhereTyped } from './from-where-typed.ts';
import { type GradeArgs, readGradeArgs } from './grade-args.ts';
import {
  exitOf,
  findDifferences,
  type Graded,
  gradeFiles,
  listSubmissions,
  writeGraded,
} from './grade-files.ts';
import type { EngineDifference } from './on-server/compare-engines.ts';
import { openServerEngine } from './on-server/open-server.ts';
import { findPlaces, type Places } from './places.ts';
import { prepareEngine } from './prepare.ts';
import { AuthorMistakes } from './problems.ts';

const HELP = `npm run grade -- <exercise> <file.sql | folder> [--json] [--exercises DIR] [--engine postgres]
npm run grade -- --class <folder of exports> [--out DIR] [--lanes N] [--exercises DIR] [--engine postgres]

Grades a submission on a pristine database, as the site does. A folder of submissions gives a table.

  --json            the Report (a folder: an array of {file, report}, or {file, fault} where we failed)
  --exercises DIR   exercises outside this project; DIR may hold its own _datasets/
  --engine postgres the server that DATABASE_URL names, in scratch databases that are dropped afterwards;
                    says where its plans are not the embedded engine's (default: pglite)

  --class DIR       learners' answer files, from the site's Progress page, in DIR and the folders below it;
                    every answer is graded anew, every file has a line
  --out DIR         where results.csv, results.json and report.html go (default: DIR-results);
                    a run that was stopped goes on from what is there
  --lanes N         databases at work at once (default: as many as the machine takes, at most 4)
Exit: 0 passed, 1 not passed (or a mistake of the author's or in what was asked), 2 a fault of the tool.
A class: 0 every answer was graded, whatever the verdicts; 1 where an exercise's own mistakes kept some from it;
2 where one could not be.`;

interface Outcome {
  readonly graded: readonly Graded[];
  /** Only where a server graded. */
  readonly differences?: readonly EngineDifference[];
}

async function gradeOn(
  embedded: Engine,
  places: Places,
  args: GradeArgs,
  { exercise, front }: Extract<ExerciseRead, { kind: 'ok' }>,
  files: readonly string[],
): Promise<Outcome> {
  const at = atOf(places, exercise);
  const grade = (engine: Engine) =>
    gradeFiles(engine, exercise, files).catch(async (thrown) => {
      throw new AuthorMistakes(await startFails(thrown, { engine, exercise, at, front }));
    });
  if (args.engine === 'pglite') return { graded: await grade(embedded) };
  const server = await openServerEngine(places, (line) => console.error(line));
  try {
    const graded = await grade(server);
    const here = await grade(embedded);
    return { graded, differences: findDifferences(exercise, here, graded) };
  } finally {
    await server.dispose();
  }
}

async function gradePath(args: GradeArgs, named: string, path: string): Promise<number> {
  const places = findPlaces(args.exercises);
  const id = await findExercise(places, named);
  const files = await listSubmissions(fromWhereTyped(path));
  if (files.length === 0)
    throw new UserMistake(`there is no .sql file in ${path}`, 'name a file, or a folder of .sql files');
  const read = await readExerciseFolder(places, id);
  if (read.kind === 'problems') throw new AuthorMistakes(read.problems);
  const prepared = await prepareEngine(places, (line) => console.error(line));
  if (prepared.kind === 'problems') throw new AuthorMistakes(prepared.problems);
  const { graded, differences } = await gradeOn(prepared.engine, places, args, read, files);
  await prepared.engine.dispose();
  const single = !(await stat(path)).isDirectory();
  console.log(writeGraded(graded, { single, json: args.json, differences }));
  return exitOf(graded);
}

await runCommand(async () => {
  const args = readGradeArgs(process.argv.slice(2));
  if (args.class !== undefined && !args.help) return gradeClass({ ...args, folder: args.class });
  if (args.help || !args.id || !args.path) {
    console.log(HELP);
    return args.help ? EXIT.ok : EXIT.mistake;
  }
  return gradePath(args, args.id, args.path);
});
