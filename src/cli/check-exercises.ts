import { join, relative } from 'node:path';
import { readFolder } from '../authoring/read-folder.ts';
import type { Engine } from '../engine/engine.ts';
import type { Exercise, WrongAnswer } from '../exercise/exercise.ts';
import { type FrontRead, readExercise } from '../exercise/read-exercise.ts';
import type { Report } from '../grader/report.ts';
import { withoutVariants } from '../session/answers-on-variants.ts';
import { BrokenExercise } from '../session/broken-exercise.ts';
import { observeStart, type StartState } from '../session/start-state.ts';
import { atOf, brokenConstraints, startFails } from './broken-parts.ts';
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
  | { readonly kind: 'ok'; readonly exercise: Exercise; readonly front: FrontRead }
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

type Graded = Pick<ExerciseTally, 'mutants' | 'problems'>;

const NO_MUTANTS: MutantTally = { killed: 0, total: 0, equivalent: 0 };

/** The text of an honest answer. */
function sqlOf({ solution, also }: Exercise, file: string): string {
  return also.find(({ name }) => file === `also/${name}.sql`)?.sql ?? solution;
}

async function gradeExercise(grading: Grading, front: FrontRead | undefined): Promise<Graded> {
  const { exercise, at } = grading;
  const judge = (wrong: WrongAnswer, report: Report) =>
    judgeWrong(at(`wrong/${wrong.name}.sql`), wrong, report);
  const seen = await gradeAnswers(grading, (wrong, report) => judge(wrong, report).length === 0);
  const { start } = seen;
  const broken = brokenConstraints(seen.solution, { exercise, at, front });
  if (broken.length > 0) return { mutants: NO_MUTANTS, problems: broken };
  const started = (await startPasses({ ...grading, start })) ? [startPassing(at('start.sql'))] : [];
  const honest = seen.honest.flatMap(({ answer, report }) =>
    report.passed ? [] : [notPassing(at(answer.file), sqlOf(exercise, answer.file), report)],
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
    mutants: NO_MUTANTS,
  };
  const broken = async (thrown: unknown) => {
    return { ...tally, problems: await startFails(thrown, { engine, exercise, at, front }) };
  };
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
