import { join, relative } from 'node:path';
import { readFolder } from '../authoring/read-folder.ts';
import { type Engine, EngineFault, type FaultCode } from '../engine/engine.ts';
import type { Exercise, WrongAnswer } from '../exercise/exercise.ts';
import { type FrontRead, readExercise } from '../exercise/read-exercise.ts';
import type { Spec } from '../exercise/spec.ts';
import type { Report } from '../grader/report.ts';
import { withoutVariants } from '../session/answers-on-variants.ts';
import { type AuthoredPart, BrokenExercise, partInWords } from '../session/broken-exercise.ts';
import { observeStart, type StartState } from '../session/start-state.ts';
import {
  type Graded as AllGraded,
  emptyHidden,
  emptyShown,
  neverFailing,
  tightBudgets,
  tooLarge,
  tooSmall,
} from './check-budgets.ts';
import { checkMutants, type MutantTally } from './check-mutants.ts';
import { type Grading, gradeAnswers, startPasses } from './grade-answers.ts';
import { judgeWrong, notPassing } from './judge-answers.ts';
import type { Places } from './places.ts';
import type { Problem } from './problems.ts';

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

/** What the answers together show of an exercise. */
function judgeBudgets(graded: AllGraded): readonly Problem[] {
  return [
    ...emptyShown(graded),
    ...emptyHidden(graded),
    ...tooLarge(graded),
    ...tooSmall(graded),
    ...tightBudgets(graded),
    ...(graded.solution.passed ? neverFailing(graded) : []),
  ];
}

function startPassing(file: string): Problem {
  const what = 'the starting text passes, so there is nothing to do';
  return { file, line: 1, what, fix: 'tighten a budget or start from less' };
}

type At = (file: string) => string;

function atOf({ root, exercises }: Places, { id }: Exercise): At {
  return (file) => relative(root, join(exercises, id, file));
}

/** The keys of the front matter that lead to it. */
function pathOf(part: Exclude<AuthoredPart, { kind: 'solution' }>, spec: Spec): readonly PropertyKey[] {
  if (part.kind === 'variant')
    return ['variants', (spec.variants ?? []).findIndex(({ name }) => name === part.name), 'sql'];
  if (part.kind !== 'inserts')
    return ['workload', spec.workload.findIndex(({ id }) => id === part.query), part.kind];
  const measures = spec.checks.findIndex(
    (check) => check.kind === 'wal-per-row' && check.table === part.table,
  );
  return ['checks', measures, 'table'];
}

/** Where an author's own SQL stands, which nobody can be graded without. */
function brokenAt(
  part: AuthoredPart,
  { spec }: Exercise,
  at: At,
  front?: FrontRead,
): Omit<Problem, 'what' | 'fix'> {
  if (part.kind === 'solution') return { file: at('solution.sql'), line: 1 };
  return { file: at('exercise.mdx'), ...(front?.lineOf(pathOf(part, spec)) ?? { line: 1 }) };
}

/** What an author's SQL can bring about before anything is observed; other faults are ours. */
const AUTHORED: ReadonlySet<FaultCode> = new Set([
  'init-failed',
  'too-deep',
  'out-of-memory',
  'unknown-dataset',
]);

/** Whether an exercise's own SQL, or what it names, is why it cannot be graded for anybody. */
export function isAuthored(thrown: unknown): boolean {
  return thrown instanceof EngineFault && (thrown instanceof BrokenExercise || AUTHORED.has(thrown.code));
}

/** What an author has to mend where a start could not be observed. Throws what is no mistake of the author's. */
export function startFails(
  places: Places,
  exercise: Exercise,
  thrown: unknown,
  front?: FrontRead,
): readonly Problem[] {
  const at = atOf(places, exercise);
  if (thrown instanceof BrokenExercise) {
    return thrown.parts.map(({ part, why }) => {
      const what = `${partInWords(part)} fails: ${why}`;
      return { ...brokenAt(part, exercise, at, front), what, fix: 'mend it; nothing can be graded before' };
    });
  }
  const file = at('exercise.mdx');
  if (!(thrown instanceof EngineFault)) throw thrown;
  if (!isAuthored(thrown)) throw new EngineFault(thrown.code, `${file}: ${thrown.message}`);
  return [{ file, line: 1, what: thrown.message, fix: 'mend the workload' }];
}

type Graded = Pick<ExerciseTally, 'mutants' | 'problems'>;

async function gradeExercise(grading: Grading, front: FrontRead | undefined): Promise<Graded> {
  const { exercise, at } = grading;
  const judge = (wrong: WrongAnswer, report: Report) =>
    judgeWrong(at(`wrong/${wrong.name}.sql`), wrong, report);
  const seen = await gradeAnswers(grading, (wrong, report) => judge(wrong, report).length === 0);
  const { start } = seen;
  const started = (await startPasses({ ...grading, start })) ? [startPassing(at('start.sql'))] : [];
  const honest = seen.honest.flatMap(({ answer, report }) =>
    report.passed ? [] : [notPassing(at(answer.file), report)],
  );
  const wrong = seen.wrong.flatMap(({ answer, report }) => judge(answer, report));
  const reports = { solution: seen.solution, wrong: seen.wrong.map(({ report }) => report) };
  const budgets = front ? judgeBudgets({ exercise, start, front, file: at('exercise.mdx'), ...reports }) : [];
  const { tally, problems } = checkMutants(exercise, seen.mutants, at);
  return { mutants: tally, problems: [...started, ...honest, ...wrong, ...budgets, ...problems] };
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
  const at = atOf(places, exercise);
  const tally = {
    id: exercise.id,
    wrong: exercise.wrong.length,
    honest: 1 + exercise.also.length,
    mutants: { killed: 0, total: 0, equivalent: 0 },
  };
  const broken = (thrown: unknown) => ({ ...tally, problems: startFails(places, exercise, thrown, front) });
  let start: StartState;
  try {
    start = await observeStart(engine, withoutVariants(exercise));
  } catch (thrown) {
    return broken(thrown);
  }
  try {
    return { ...tally, ...(await gradeExercise({ engine, exercise, start, at }, front)) };
  } catch (thrown) {
    if (thrown instanceof BrokenExercise) return broken(thrown);
    throw thrown;
  }
}
