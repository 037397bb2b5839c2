import { deciderOf } from '../checks/all-checks.ts';
import { type Engine, EngineFault } from '../engine/engine.ts';
import type { Exercise, WrongAnswer } from '../exercise/exercise.ts';
import type { CheckResult, Report } from '../grader/report.ts';
import { type AnswersOnVariants, answersOnVariants, shippedOnly } from '../session/answers-on-variants.ts';
import { BrokenExercise } from '../session/broken-exercise.ts';
import { runMutants, type Tried } from '../session/mutants.ts';
import { observeReferenceOn, type StartState } from '../session/start-state.ts';
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
  /** The path of a file of the exercise in messages. */
  readonly at: (file: string) => string;
}

export interface GradedAnswer<Answer> {
  readonly answer: Answer;
  readonly report: Report;
}

export interface HonestAnswer {
  readonly file: string;
}

export interface GradedAnswers {
  /** The start, with what the reference answer returned on the variants. */
  readonly start: StartState;
  readonly solution: Report;
  /** The solution among them. */
  readonly honest: readonly GradedAnswer<HonestAnswer>[];
  readonly wrong: readonly GradedAnswer<WrongAnswer>[];
  /** Of a rewrite; other tasks have no mutants. */
  readonly mutants: readonly Tried[];
}

/** Does something of which a file may be the cause: a fault of the engine that comes meanwhile is told with its name. */
async function inFile<T>({ at }: Pick<Grading, 'at'>, file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (!(thrown instanceof EngineFault) || thrown instanceof BrokenExercise) throw thrown;
    throw new EngineFault(thrown.code, `${at(file)}: ${thrown.message}`, { cause: thrown });
  }
}

/** Whether a check that fails for a part of the workload fails for all of it: others weigh the runs against each other. */
function judgesEachRun({ kind }: CheckResult): boolean {
  const decider = deciderOf({ kind });
  return decider === undefined ? kind === 'unchanged' : decider !== 'clock' && decider !== 'plans';
}

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
export function startPasses(grading: Grading): Promise<boolean> {
  return inFile(grading, 'start.sql', () => passesAtStart(grading));
}

async function passesAtStart({ engine, exercise, start }: Grading): Promise<boolean> {
  const part = shippedOnly(without(exercise, 'time'), shownOnly(start));
  const seen = await submit(engine, part.exercise, part.start, exercise.start, { sparing: true });
  const fails = seen.checks.some((check) => check.state === 'failed' && judgesEachRun(check));
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
  readonly file: string;
  readonly sql: string;
  /** What it is judged by. */
  readonly exercise: Exercise;
  readonly options: SubmitOptions;
}

function honest(exercise: Exercise, file: string, sql: string): Asked<HonestAnswer> {
  return { answer: { file }, file, sql, exercise, options: PATIENT };
}

const wrongFile = ({ name }: WrongAnswer): string => `wrong/${name}.sql`;

function wrongOf(exercise: Exercise): readonly Asked<WrongAnswer>[] {
  return exercise.wrong.map((answer) => {
    const file = wrongFile(answer);
    return { answer, file, sql: answer.sql, exercise: withoutTimes(exercise, answer), options: SPARING };
  });
}

type Looked<Answer> = Asked<Answer> & { readonly report: Report };

async function look<Answer>(grading: Grading, asked: Asked<Answer>): Promise<Looked<Answer>> {
  const { engine, start } = grading;
  const part = shippedOnly(asked.exercise, start);
  const report = await inFile(grading, asked.file, () =>
    submit(engine, part.exercise, part.start, asked.sql, asked.options),
  );
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
 * Runs the mutants of a rewrite, and on each variant of the data what is left to be seen of the answers there: it is set up
 * once for all. Gives the start with the reference answer's rows on the variants, too.
 */
async function lookOnVariants({ engine, exercise, start }: Grading, rest: AnswersOnVariants) {
  if (exercise.spec.task !== 'rewrite') return { mutants: [], start };
  const reference = [...start.reference];
  const mutants = await runMutants(engine, exercise, start, async (stage, variant) => {
    const seen = await observeReferenceOn(await stage.session(), exercise, start.probes, variant);
    reference.push(...seen);
    await rest.visit(stage, variant);
    return seen;
  });
  return { mutants, start: { ...start, reference } };
}

/**
 * Grades the honest answers and the wrong ones, and runs the mutants of a rewrite. Each answer has a database of its own
 * for the shipped data, which is all that `grading.start` has to be of; on the variants all are run after one another, which
 * comes to the same. A wrong answer of which something does not hold is graded again as a learner's would be: a mistake may be
 * named by the time alone. Throws BrokenExercise where the author's own SQL fails on a variant.
 */
export async function gradeAnswers(
  grading: Grading,
  holds: (answer: WrongAnswer, report: Report) => boolean,
): Promise<GradedAnswers> {
  const { engine, exercise } = grading;
  await loadParser();
  const { solution, also, wrong } = await lookAtAll(grading);
  // On the variants only rows are judged: what fails as it should on the shipped data fails so with them as well.
  const open = wrong.filter(({ answer, report }) => !holds(answer, report));
  const rest = answersOnVariants(grading.start.probes, [solution, ...also, ...open]);
  const { mutants, start } = await inFile(grading, 'exercise.mdx', () => lookOnVariants(grading, rest));
  const settle = (report: Report) => rest.settle(report, start.reference);
  const settled: GradedAnswer<WrongAnswer>[] = [];
  for (const { answer, report } of wrong) {
    const whole = settle(report);
    const again = () => submit(engine, exercise, start, answer.sql, PATIENT);
    const held = holds(answer, whole) ? whole : await inFile(grading, wrongFile(answer), again);
    settled.push({ answer, report: held });
  }
  const right = [solution, ...also].map(({ answer, report }) => ({ answer, report: settle(report) }));
  return { start, solution: settle(solution.report), honest: right, wrong: settled, mutants };
}
