import { existsSync } from 'node:fs';
import { mkdir, realpath, rename, writeFile } from 'node:fs/promises';
import { availableParallelism, totalmem } from 'node:os';
import { join, resolve, sep } from 'node:path';
import { realPath } from '../../authoring/real-path.ts';
import { atNamed, needFolder, UserMistake } from '../../authoring/user-mistake.ts';
import type { Engine } from '../../engine/engine.ts';
import { EXIT } from '../exit.ts';
import { type EngineName, openServerEngine } from '../on-server/open-server.ts';
import { findPlaces, type Places } from '../places.ts';
import { prepareEngine } from '../prepare.ts';
import { AuthorMistakes } from '../problems.ts';
import { findAlike } from './alike.ts';
import { type ClassVerdicts, gradeAll } from './grade-all.ts';
import { createProgressLine } from './progress-line.ts';
import { type ClassResults, collectResults } from './results.ts';
import { openStateFile } from './state-file.ts';
import { readSubmissions, type Submission } from './submissions.ts';
import type { Outcome } from './verdict.ts';
import { writeCsv } from './write-csv.ts';
import { writeHtml } from './write-html.ts';
import { writeJson } from './write-json.ts';

export interface ClassOptions {
  /** The folder of exports. */
  readonly folder: string;
  /** Where the results go; beside the folder where it is left out. */
  readonly out: string | undefined;
  readonly lanes: number | undefined;
  readonly exercises: string | undefined;
  readonly engine: EngineName;
  readonly json: boolean;
}

/** One embedded database takes about this much memory beside its data. */
const LANE_BYTES = 1024 ** 3;
const MOST_LANES = 4;

function lanesOf(asked: number | undefined): number {
  const fit = Math.min(MOST_LANES, availableParallelism(), Math.floor(totalmem() / LANE_BYTES));
  return asked ?? Math.max(1, fit);
}

const OTHER_OUT = 'write --out with another place';

/** The results may not lie among the files that are graded, whatever links lead there. Throws a UserMistake. */
async function chooseOut(folder: string, asked: string | undefined): Promise<string> {
  await needFolder(folder, 'write --class with the folder of what was handed in');
  const root = await realpath(folder);
  const out = resolve(asked ?? `${root}-results`);
  if (`${realPath(out)}${sep}`.startsWith(`${root}${sep}`))
    throw new UserMistake(`${out} lies in the folder that is graded`, OTHER_OUT);
  return out;
}

/** What was handed in. Throws a UserMistake where that is nothing. */
async function readHandedIn(folder: string): Promise<readonly Submission[]> {
  const submissions = await readSubmissions(folder);
  if (submissions.length > 0) return submissions;
  throw new UserMistake(`there is no file in ${folder}`, 'put the files that learners exported into it');
}

/** Whole or not at all: a run that is stopped leaves the last results in place. */
async function writeWhole(path: string, pieces: Iterable<string>): Promise<void> {
  await writeFile(`${path}.part`, pieces);
  await rename(`${path}.part`, path);
}

/** What nobody graded is compared with nothing. */
function onlyKnown(submissions: readonly Submission[], { given }: ClassVerdicts): readonly Submission[] {
  return submissions.map((each) => ({
    ...each,
    answers: each.answers.filter(({ exercise }) => given.has(exercise)),
  }));
}

async function openEngine(embedded: Engine, places: Places, name: EngineName, say: (line: string) => void) {
  if (name === 'pglite') return embedded;
  await embedded.dispose();
  return openServerEngine(places, say);
}

function exercisesOf({ learners }: ClassResults, outcome: Outcome): readonly string[] {
  const those = learners.flatMap(({ answers }) => answers.filter((answer) => answer.outcome === outcome));
  return [...new Set(those.map(({ exercise }) => exercise))].sort();
}

function summarise(results: ClassResults, graded: number, kept: number) {
  const answers = results.learners.flatMap((learner) => learner.answers);
  const count = (...outcomes: readonly string[]) =>
    answers.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return {
    files: results.learners.length,
    withoutAnswers: results.learners.filter((learner) => learner.answers.length === 0).length,
    answers: answers.length,
    passed: count('passed'),
    notPassed: count('failed', 'inconclusive', 'refused', 'sql-error', 'timeout'),
    unknown: count('unknown-exercise'),
    broken: count('broken-exercise'),
    brokenExercises: exercisesOf(results, 'broken-exercise'),
    faults: count('fault'),
    gradedNow: graded,
    gradedBefore: kept,
    alike: results.alike.length,
  };
}

type Summary = ReturnType<typeof summarise>;

function writeSummary(summary: Summary, out: string): string {
  const { files, withoutAnswers, answers, passed, notPassed, unknown, gradedNow, alike } = summary;
  const { broken, brokenExercises, faults } = summary;
  return [
    `${files} files, ${withoutAnswers} of them without an answer; ${answers} answers: ${passed} passed, ${notPassed} not`,
    `${gradedNow} texts graded now, the others earlier or for somebody else; ${alike} groups of answers that are alike`,
    ...(unknown > 0 ? [`${unknown} answers are for exercises that are not here`] : []),
    ...(broken > 0
      ? [
          `${broken} answers were not graded, as their exercises have mistakes: npm run check -- ${brokenExercises.join(' ')}`,
        ]
      : []),
    ...(faults > 0 ? [`${faults} answers could not be graded, which is our fault: run it again`] : []),
    `Written: ${['report.html', 'results.csv', 'results.json'].map((name) => join(out, name)).join(', ')}`,
  ].join('\n');
}

/** Grades a folder of exports and writes the results. Resolves with the exit code. Throws where it cannot begin. */
export async function gradeClass(options: ClassOptions): Promise<number> {
  const say = (line: string) => console.error(line);
  const out = await chooseOut(options.folder, options.out);
  const submissions = await readHandedIn(options.folder);
  await atNamed(out, OTHER_OUT, () => mkdir(out, { recursive: true }));
  const places = findPlaces(options.exercises);
  const prepared = await prepareEngine(places, say);
  if (prepared.kind === 'problems') throw new AuthorMistakes(prepared.problems);
  const engine = await openEngine(prepared.engine, places, options.engine, say);
  const statePath = join(out, 'graded.jsonl');
  if (existsSync(statePath)) say(`Going on from what is in ${out}`);
  try {
    const verdicts = await gradeAll(
      {
        engine,
        places,
        lanes: lanesOf(options.lanes),
        state: await openStateFile(statePath),
        progress: (total) => createProgressLine(total, process.stderr),
      },
      submissions,
    );
    const alike = await findAlike(onlyKnown(submissions, verdicts), verdicts.given);
    const results = collectResults(engine.version, submissions, verdicts, alike);
    await writeWhole(join(out, 'results.json'), writeJson(results));
    await writeWhole(join(out, 'results.csv'), writeCsv(results));
    await writeWhole(
      join(out, 'report.html'),
      writeHtml(results, { course: places.course.title, at: new Date() }),
    );
    const summary = summarise(results, verdicts.graded, verdicts.kept);
    console.log(options.json ? JSON.stringify(summary, null, 2) : writeSummary(summary, out));
    if (summary.faults > 0) return EXIT.fault;
    return summary.broken > 0 ? EXIT.mistake : EXIT.ok;
  } finally {
    await engine.dispose();
  }
}
