import type { Engine } from '../engine/engine.ts';
import type { Exercise, WrongAnswer } from '../exercise/exercise.ts';
import type { Report } from '../grader/report.ts';
import { answersOnVariants, shippedOnly } from '../session/answers-on-variants.ts';
import { runMutants, type Tried } from '../session/mutants.ts';
import type { StartState } from '../session/start-state.ts';
import { type SubmitOptions, submit } from '../session/submit.ts';
import { loadParser } from '../sql/parse.ts';

/** What is checked here was written by the author, and a busy machine must not turn a right answer away. */
const PATIENT: SubmitOptions = { timeoutMs: 90_000 };
/** No learner sees a wrong answer's runs: what the start showed need not be run again where the plan is the same. */
const SPARING: SubmitOptions = { ...PATIENT, sparing: true };

export interface Grading {
  readonly engine: Engine;
  readonly exercise: Exercise;
  readonly start: StartState;
}

export interface GradedAnswer<Answer> {
  readonly answer: Answer;
  readonly report: Report;
}

export interface HonestAnswer {
  readonly file: string;
}

export interface GradedAnswers {
  readonly solution: Report;
  /** The solution among them. */
  readonly honest: readonly GradedAnswer<HonestAnswer>[];
  readonly wrong: readonly GradedAnswer<WrongAnswer>[];
  /** Of a rewrite; other tasks have no mutants. */
  readonly mutants: readonly Tried[];
}

/** Kinds that fail for the whole workload where they fail for a part of it; others weigh the runs against each other. */
const WEIGHED = new Set(['time', 'total', 'made-by-you', 'nothing-idle']);

function without(exercise: Exercise, kind: string): Exercise {
  const { spec } = exercise;
  return { ...exercise, spec: { ...spec, checks: spec.checks.filter((check) => check.kind !== kind) } };
}

function shownOnly(start: StartState): StartState {
  const { side, probes, reference } = start;
  const shown = <Seen extends { readonly shown: boolean }>(all: readonly Seen[]) =>
    all.filter((seen) => seen.shown);
  return {
    ...start,
    side: { ...side, observations: shown(side.observations) },
    probes: shown(probes),
    reference: shown(reference),
  };
}

/**
 * Whether the starting text passes. One that fails for the shown values alone, on the shipped data, without a clock, is
 * no pass with the rest either.
 */
export async function startPasses({ engine, exercise, start }: Grading): Promise<boolean> {
  const part = shippedOnly(without(exercise, 'time'), shownOnly(start));
  const seen = await submit(engine, part.exercise, part.start, exercise.start, { sparing: true });
  const fails = seen.checks.some(({ kind, state }) => state === 'failed' && !WEIGHED.has(kind));
  if (seen.refusal || fails) return false;
  return (await submit(engine, exercise, start, exercise.start)).passed;
}

/** The exercise without the times that another answer claims to miss and this one does not: measuring takes long. */
function withoutTimes(exercise: Exercise, { fails }: WrongAnswer): Exercise {
  const { spec, wrong } = exercise;
  const claimed = (id: string) => wrong.some((other) => other.fails.includes(id));
  const checks = spec.checks.filter(({ kind, id }) => kind !== 'time' || fails.includes(id) || !claimed(id));
  return { ...exercise, spec: { ...spec, checks } };
}

interface Asked<Answer> {
  readonly answer: Answer;
  readonly sql: string;
  /** What it is judged by. */
  readonly exercise: Exercise;
  readonly options: SubmitOptions;
}

function honest(exercise: Exercise, file: string, sql: string): Asked<HonestAnswer> {
  return { answer: { file }, sql, exercise, options: PATIENT };
}

function wrongOf(exercise: Exercise): readonly Asked<WrongAnswer>[] {
  return exercise.wrong.map((answer) => {
    return { answer, sql: answer.sql, exercise: withoutTimes(exercise, answer), options: SPARING };
  });
}

type Looked<Answer> = Asked<Answer> & { readonly report: Report };

async function look<Answer>({ engine, start }: Grading, asked: Asked<Answer>): Promise<Looked<Answer>> {
  const part = shippedOnly(asked.exercise, start);
  const report = await submit(engine, part.exercise, part.start, asked.sql, asked.options);
  return { ...asked, report };
}

/** What the answers show on the shipped data, one after the other. */
async function lookAtAll(grading: Grading) {
  const { exercise } = grading;
  const solution = await look(grading, honest(exercise, 'solution.sql', exercise.solution));
  const also: Looked<HonestAnswer>[] = [];
  for (const { name, sql } of exercise.also)
    also.push(await look(grading, honest(exercise, `also/${name}.sql`, sql)));
  const wrong: Looked<WrongAnswer>[] = [];
  for (const asked of wrongOf(exercise)) wrong.push(await look(grading, asked));
  return { solution, also, wrong };
}

/**
 * Grades the honest answers and the wrong ones, and runs the mutants of a rewrite. Each answer has a database of its own
 * for the shipped data; on the variants of it all are run after one another, which comes to the same and sets up each
 * variant once. A wrong answer of which something does not hold is graded again as a learner's would be: a mistake may be
 * named by the time alone.
 */
export async function gradeAnswers(
  grading: Grading,
  holds: (answer: WrongAnswer, report: Report) => boolean,
): Promise<GradedAnswers> {
  const { engine, exercise, start } = grading;
  await loadParser();
  const { solution, also, wrong } = await lookAtAll(grading);
  // On the variants only rows are judged: what fails as it should on the shipped data fails so with them as well.
  const open = wrong.filter(({ answer, report }) => !holds(answer, report));
  const rest = answersOnVariants(start, [solution, ...also, ...open]);
  const rewrites = exercise.spec.task === 'rewrite';
  const mutants = rewrites ? await runMutants(engine, exercise, start, rest.visit) : [];
  const settled: GradedAnswer<WrongAnswer>[] = [];
  for (const { answer, report } of wrong) {
    const whole = rest.settle(report);
    const again = holds(answer, whole) ? whole : await submit(engine, exercise, start, answer.sql, PATIENT);
    settled.push({ answer, report: again });
  }
  const right = [solution, ...also].map(({ answer, report }) => ({ answer, report: rest.settle(report) }));
  return { solution: rest.settle(solution.report), honest: right, wrong: settled, mutants };
}
