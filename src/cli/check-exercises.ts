import { join, relative } from 'node:path';
import type { Engine } from '../engine/engine.ts';
import type { Exercise, WrongAnswer } from '../exercise/exercise.ts';
import { type FrontRead, readExercise } from '../exercise/read-exercise.ts';
import type { Report } from '../grader/report.ts';
import { observeStart, type StartState } from '../session/start-state.ts';
import { type SubmitOptions, submit } from '../session/submit.ts';
import {
  emptyHidden,
  emptyShown,
  type Graded,
  neverFailing,
  tightBudgets,
  tooSmall,
} from './check-budgets.ts';
import { checkMutants, type MutantTally } from './check-mutants.ts';
import type { Places } from './places.ts';
import type { Problem } from './problems.ts';
import { readFolder } from './read-folder.ts';

/** What is checked here was written by the author, and a busy machine must not turn a right answer away. */
const PATIENT: SubmitOptions = { timeoutMs: 90_000 };

export interface ExerciseTally {
  readonly id: string;
  readonly wrong: number;
  readonly honest: number;
  readonly mutants: MutantTally;
  readonly problems: readonly Problem[];
}

export type ExerciseRead =
  | { readonly kind: 'ok'; readonly exercise: Exercise }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

/** Reads one exercise's folder; every mistake in its files at once. */
export async function readExerciseFolder(places: Places, id: string): Promise<ExerciseRead> {
  const folder = join(places.exercises, id);
  const read = readExercise(await readFolder(folder), id);
  if (read.kind === 'ok') return read;
  const problems = read.errors.map((error) => ({
    ...error,
    file: relative(places.root, join(folder, error.file)),
  }));
  return { kind: 'problems', problems };
}

function failedChecks(report: Report): string {
  if (report.refusal) {
    const { refusal } = report;
    return refusal.kind === 'sql-error'
      ? `SQL error: ${refusal.error.message}`
      : `refused: ${refusal.message}`;
  }
  const failed = report.checks.filter((check) => check.state !== 'passed');
  return failed.map((check) => `${check.id} ${check.state}: ${check.message}`).join('; ');
}

function notPassing(file: string, report: Report): Problem {
  return {
    file,
    line: 1,
    what: `this answer must pass, but it does not: ${failedChecks(report)}`,
    fix: 'mend the answer or the budgets',
  };
}

interface Grading {
  readonly engine: Engine;
  readonly exercise: Exercise;
  readonly start: StartState;
  readonly at: (file: string) => string;
}

interface Honest {
  readonly solution: Report;
  readonly problems: readonly Problem[];
}

async function checkHonest({ engine, exercise, start, at }: Grading): Promise<Honest> {
  const solution = await submit(engine, exercise, start, exercise.solution, PATIENT);
  const problems: Problem[] = solution.passed ? [] : [notPassing(at('solution.sql'), solution)];
  for (const { name, sql } of exercise.also.map(alsoFile)) {
    const report = await submit(engine, exercise, start, sql, PATIENT);
    if (!report.passed) problems.push(notPassing(at(name), report));
  }
  return { solution, problems };
}

function alsoFile({ name, sql }: { readonly name: string; readonly sql: string }) {
  return { name: `also/${name}.sql`, sql };
}

async function checkStart({ engine, exercise, start, at }: Grading): Promise<readonly Problem[]> {
  const report = await submit(engine, exercise, start, exercise.start);
  if (!report.passed) return [];
  const what = 'the starting text passes, so there is nothing to do';
  return [{ file: at('start.sql'), line: 1, what, fix: 'tighten a budget or start from less' }];
}

interface Wrong {
  readonly reports: readonly Report[];
  readonly problems: readonly Problem[];
}

async function checkWrong({ engine, exercise, start, at }: Grading): Promise<Wrong> {
  const reports: Report[] = [];
  const problems: Problem[] = [];
  for (const wrong of exercise.wrong) {
    const grade = (asked: Exercise) => submit(engine, asked, start, wrong.sql, PATIENT);
    const judge = (report: Report) => judgeWrong(at(`wrong/${wrong.name}.sql`), wrong, report);
    let report = await grade(withoutTimes(exercise, wrong));
    // A mistake may be named by the time alone, so nothing is said before the times are known too.
    if (judge(report).length > 0) report = await grade(exercise);
    reports.push(report);
    problems.push(...judge(report));
  }
  return { reports, problems };
}

/** The exercise without the times that another answer claims to miss and this one does not: measuring takes long. */
function withoutTimes(exercise: Exercise, { fails }: WrongAnswer): Exercise {
  const { spec, wrong } = exercise;
  const claimed = (id: string) => wrong.some((other) => other.fails.includes(id));
  const checks = spec.checks.filter(({ kind, id }) => kind !== 'time' || fails.includes(id) || !claimed(id));
  return { ...exercise, spec: { ...spec, checks } };
}

/** Whether a wrong answer fails, and by the checks that it says. */
export function judgeWrong(file: string, wrong: WrongAnswer, report: Report): readonly Problem[] {
  if (report.passed) {
    const fix = 'add or tighten the check that must fail';
    return [{ file, line: 1, what: 'this wrong answer passes', fix }];
  }
  const others = wrong.fails.flatMap((id): readonly Problem[] => {
    const refused = id === 'gate' || id === 'sql-error';
    const named = refused ? report.refusal?.kind === id : stateOf(report, id) === 'failed';
    if (named) return [];
    const what = `“${id}” should fail, but it is ${stateOf(report, id)}; what fails: ${failedChecks(report)}`;
    return [{ file, line: 1, what, fix: 'name the check that fails, or mend the answer' }];
  });
  return [...others, ...misnamed(file, wrong.misconceptions, report)];
}

/** The misconceptions that the grader names have to be those that the author names, no more and no fewer. */
function misnamed(file: string, named: readonly string[], report: Report): readonly Problem[] {
  const found = report.findings.map(({ misconception }) => misconception);
  if ([...found].sort().join() === [...named].sort().join()) return [];
  const list = (ids: readonly string[]) => (ids.length > 0 ? ids.join(', ') : 'none');
  const what = `the misconception named is ${list(named)}, but the grader recognises ${list(found)}`;
  return [
    { file, line: 2, what, fix: 'write -- misconception: with the ids that apply, or mend the answer' },
  ];
}

function stateOf(report: Report, id: string): string {
  return report.checks.find((check) => check.id === id)?.state ?? 'not there';
}

/** What the answers together show of an exercise. */
function judgeBudgets(graded: Graded): readonly Problem[] {
  return [
    ...emptyShown(graded),
    ...emptyHidden(graded),
    ...tooSmall(graded),
    ...tightBudgets(graded),
    ...(graded.solution.passed ? neverFailing(graded) : []),
  ];
}

function startFails(thrown: unknown, file: string): Problem {
  const what = thrown instanceof Error ? thrown.message : String(thrown);
  return { file, line: 1, what, fix: 'mend the workload or the hidden query' };
}

/**
 * Grades an exercise's start, its honest answers and its wrong ones on the real engine, and runs its mutants. What all
 * answers together show of the budgets is judged where `front` says where they stand.
 */
export async function checkExercise(
  places: Places,
  engine: Engine,
  exercise: Exercise,
  front?: FrontRead,
): Promise<ExerciseTally> {
  const at = (file: string) => relative(places.root, join(places.exercises, exercise.id, file));
  const tally = {
    id: exercise.id,
    wrong: exercise.wrong.length,
    honest: 1 + exercise.also.length,
    mutants: { killed: 0, total: 0, equivalent: 0 },
  };
  let start: StartState;
  try {
    start = await observeStart(engine, exercise);
  } catch (thrown) {
    return { ...tally, problems: [startFails(thrown, at('exercise.mdx'))] };
  }
  const grading: Grading = { engine, exercise, start, at };
  const started = await checkStart(grading);
  const honest = await checkHonest(grading);
  const wrong = await checkWrong(grading);
  const graded = { exercise, start, file: at('exercise.mdx'), wrong: wrong.reports };
  const budgets = front ? judgeBudgets({ ...graded, front, solution: honest.solution }) : [];
  const mutants = await checkMutants(engine, exercise, start, at);
  const problems = [...started, ...honest.problems, ...wrong.problems, ...budgets, ...mutants.problems];
  return { ...tally, mutants: mutants.tally, problems };
}
