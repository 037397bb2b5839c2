import { join, relative } from 'node:path';
import { INTEGRITY } from '../checks/constraint.ts';
import { type Engine, EngineFault, type FaultCode } from '../engine/engine.ts';
import type { Exercise } from '../exercise/exercise.ts';
import type { FrontRead } from '../exercise/read-exercise.ts';
import type { Spec } from '../exercise/spec.ts';
import type { Report } from '../grader/report.ts';
import {
  type AuthoredPart,
  BrokenExercise,
  type BrokenPart,
  partInWords,
} from '../session/broken-exercise.ts';
import { datasetOf } from '../session/of-exercise.ts';
import { placeOfError } from './place-of-error.ts';
import type { Places } from './places.ts';
import type { Problem } from './problems.ts';

/** What is wrong with SQL of an exercise's author, without which nobody can be graded. */
export interface BrokenIn {
  readonly engine: Engine;
  readonly exercise: Exercise;
  /** The path of a file of the exercise in messages. */
  readonly at: (file: string) => string;
  readonly front: FrontRead | undefined;
}

const FIX = 'mend it; nothing can be graded before';
const SETUP_TIMEOUT_MS = 60_000;

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

function brokenAt(
  { part, position }: BrokenPart,
  { exercise, at, front }: BrokenIn,
): Omit<Problem, 'what' | 'fix'> {
  if (part.kind === 'solution')
    return { file: at('solution.sql'), ...placeOfError(exercise.solution, 0, { position }) };
  return { file: at('exercise.mdx'), ...(front?.lineOf(pathOf(part, exercise.spec)) ?? { line: 1 }) };
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

/** The path of a file of an exercise in messages. */
export function atOf({ root, exercises }: Places, { id }: Exercise): BrokenIn['at'] {
  return (file) => relative(root, join(exercises, id, file));
}

/** Where `setup.sql` fails, which is run once more for that; undefined where it does not. */
async function setupFails({ engine, exercise, at }: BrokenIn): Promise<Problem | undefined> {
  const { setup } = exercise;
  if (setup === undefined) return undefined;
  const { name, extensions } = datasetOf(exercise);
  const session = await engine.open({ name, ...(extensions ? { extensions } : {}) });
  try {
    const run = await session.run(setup, { timeoutMs: SETUP_TIMEOUT_MS });
    if (run.kind !== 'sql-error') return undefined;
    const what = `setup.sql fails: ${run.error.message}`;
    return { file: at('setup.sql'), ...placeOfError(setup, run.at, run.error), what, fix: FIX };
  } finally {
    await session.close();
  }
}

/** What kept an exercise's start from being observed, as its author's mistake. Throws on what is none. */
export async function startFails(thrown: unknown, broken: BrokenIn): Promise<readonly Problem[]> {
  if (thrown instanceof BrokenExercise) {
    return thrown.parts.map((part) => {
      const what = `${partInWords(part.part)} fails: ${part.why}`;
      return { ...brokenAt(part, broken), what, fix: FIX };
    });
  }
  const file = broken.at('exercise.mdx');
  if (!(thrown instanceof EngineFault)) throw thrown;
  if (!isAuthored(thrown)) throw new EngineFault(thrown.code, `${file}: ${thrown.message}`);
  const setup = thrown.code === 'init-failed' ? await setupFails(broken).catch(() => undefined) : undefined;
  return [setup ?? { file, line: 1, what: thrown.message, fix: 'mend the workload' }];
}

/** SQL of constraints that fails with the reference answer: no answer can do anything about it. */
export function brokenConstraints(
  { refusal, evidence }: Report,
  broken: Omit<BrokenIn, 'engine'>,
): readonly Problem[] {
  const { exercise, at, front } = broken;
  const place = (id: string, key: 'sql' | 'writes') => {
    const index = exercise.spec.checks.findIndex((check) => check.id === id);
    return { file: at('exercise.mdx'), ...(front?.lineOf(['checks', index, key]) ?? { line: 1 }) };
  };
  if (refusal?.kind === 'sql-error' && refusal.constraint !== undefined) {
    const what = `the SQL of the check “${refusal.constraint}” fails: ${refusal.error.message}`;
    return [{ ...place(refusal.constraint, 'sql'), what, fix: FIX }];
  }
  return (evidence?.invariants ?? []).flatMap(({ id, error }) => {
    if (!error || INTEGRITY.test(error.sqlstate)) return [];
    const what = `the writes of the check “${id}” fail: ${error.message}`;
    return [{ ...place(id, 'writes'), what, fix: FIX }];
  });
}
