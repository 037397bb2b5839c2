import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from '../engine/engine.ts';
import type { Exercise } from '../exercise/exercise.ts';
import type { Report } from '../grader/report.ts';
import { observeStart } from '../session/start-state.ts';
import { submit } from '../session/submit.ts';
import { readGradeArgs } from './args.ts';
import { readExerciseFolder } from './check-exercises.ts';
import { EXIT, runCommand } from './exit.ts';
import { findPlaces } from './places.ts';
import { prepareEngine } from './prepare.ts';
import { formatProblem } from './problems.ts';
import { writeReport } from './write-report.ts';

const HELP = `npm run grade -- <exercise> <file.sql | folder> [--json] [--exercises DIR]

Grades a submission on a pristine database, as the site does. A folder of submissions gives a table.

  --json            the Report (a folder: an array of {file, report})
  --exercises DIR   exercises outside this project; DIR may hold its own _datasets/
Exit: 0 passed, 1 not passed (or an author's mistake), 2 a fault of the tool.`;

interface Graded {
  readonly file: string;
  readonly report: Report;
}

async function listSubmissions(path: string): Promise<readonly string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const names = await readdir(path);
  return names
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => join(path, name));
}

async function gradeFiles(
  engine: Engine,
  exercise: Exercise,
  files: readonly string[],
): Promise<readonly Graded[]> {
  const start = await observeStart(engine, exercise);
  const graded: Graded[] = [];
  for (const file of files) {
    graded.push({ file, report: await submit(engine, exercise, start, await readFile(file, 'utf8')) });
  }
  return graded;
}

function writeTable(graded: readonly Graded[]): string {
  const width = Math.max(...graded.map(({ file }) => file.length));
  return graded
    .map(({ file, report }) => {
      const failed = report.checks.filter((check) => check.state !== 'passed').map((check) => check.id);
      const why = report.refusal ? `refused (${report.refusal.kind})` : failed.join(', ');
      return `${file.padEnd(width)}  ${report.passed ? 'passed' : `not yet: ${why}`}`;
    })
    .join('\n');
}

await runCommand(async () => {
  const args = readGradeArgs(process.argv.slice(2));
  if (args.help || !args.id || !args.path) {
    console.log(HELP);
    return args.help ? EXIT.ok : EXIT.fault;
  }
  if (args.engine !== 'pglite') {
    console.error(`planwright: there is no engine “${args.engine}” yet; leave --engine out`);
    return EXIT.fault;
  }
  const places = findPlaces(args.exercises);
  const prepared = await prepareEngine(places, (line) => console.error(line));
  const read = await readExerciseFolder(places, args.id);
  const problems = [prepared, read].flatMap((part) => (part.kind === 'problems' ? part.problems : []));
  if (prepared.kind === 'problems' || read.kind === 'problems') {
    for (const problem of problems) console.error(formatProblem(problem));
    return EXIT.fault;
  }
  const single = !(await stat(args.path)).isDirectory();
  const graded = await gradeFiles(prepared.engine, read.exercise, await listSubmissions(args.path));
  await prepared.engine.dispose();
  const first = graded[0];
  if (!first) {
    console.error(`planwright: there is no .sql file in ${args.path}`);
    return EXIT.fault;
  }
  if (args.json) console.log(JSON.stringify(single ? first.report : graded, null, 2));
  else console.log(single ? writeReport(first.report) : writeTable(graded));
  return graded.every(({ report }) => report.passed) ? EXIT.ok : EXIT.mistake;
});
