import type { Evidence, LockEvidence } from '../checks/evidence.ts';
import {
  type Engine,
  EngineFault,
  type ParsedStatement,
  type ResultSet,
  type Session,
} from '../engine/engine.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { grade } from '../grader/grade.ts';
import type { Refusal, Report } from '../grader/report.ts';
import { gate } from '../sql/gate.ts';
import { statementKind } from '../sql/statement-kind.ts';
import { collectEvidence } from './collect-evidence.ts';
import { datasetOf, needsOf } from './of-exercise.ts';
import { withPatience } from './patience.ts';
import { inSeconds, inWholeText, Refused } from './refused.ts';
import type { StartState } from './start-state.ts';
import { sampleStartTimes } from './start-times.ts';
import { runWatched } from './watch-locks.ts';

/** How a submission is graded; by default as a learner’s is. */
export interface SubmitOptions {
  /** ms that the submission's own statements may take together, on a machine that is neither slow nor busy. */
  readonly timeoutMs?: number;
  /** ms that one observed query may take, likewise. */
  readonly observeTimeoutMs?: number;
  /**
   * For an author's check. Runs no query again whose plan is still the start's, where nothing was done but create, and does
   * not look for changed rows where no statement could change one.
   */
  readonly sparing?: boolean;
  /** Told what is being done, for a progress line: `applying`, `observing`. */
  readonly onStep?: (step: SubmitStep) => void;
}

/** How far the grading of a submission has come. */
export type SubmitStep = 'opening' | 'applying' | 'looking' | 'observing' | 'grading';

/** A rewrite changes nothing. */
const NOTHING: Submission = { sql: '', statements: [] };

/** Long enough for a few indexes on the largest table; an endless loop ends here. */
const APPLY_TIMEOUT_MS = 20_000;

interface Applied {
  readonly kind: 'ok';
  readonly results: readonly ResultSet[];
  readonly locks?: readonly LockEvidence[];
}

interface Submission {
  readonly sql: string;
  readonly statements: readonly ParsedStatement[];
}

/** Runs the submission: statement by statement where a check asks for the locks on these tables. */
async function applySubmission(
  session: Session,
  { sql, statements }: Submission,
  lockable: readonly string[],
  limit: { readonly timeoutMs: number; readonly patience: number },
): Promise<Applied | Refusal> {
  const run =
    lockable.length > 0
      ? await runWatched(session, statements, lockable, limit)
      : await session.run(sql, { timeoutMs: limit.timeoutMs });
  if (run.kind === 'ok') return run;
  if (run.kind === 'sql-error') return { kind: 'sql-error', error: run.error, statement: run.at };
  if (run.kind === 'stopped') throw new EngineFault('closed', 'the check was stopped');
  return {
    kind: 'timeout',
    message: `Your statements were still running after ${inSeconds(run.afterMs)} and were stopped.`,
  };
}

async function readSubmission(session: Session, exercise: Exercise, start: StartState, sql: string) {
  const { task, allow, extensions } = exercise.spec;
  const tables = [...start.rows.map(({ table }) => table), ...Object.keys(start.partitions)];
  const policy = { task, allow, tables, extensions };
  const parsed = await session.parse(sql);
  if (parsed.kind === 'syntax-error') return { kind: 'sql-error', error: parsed.error } as const;
  const allowed = gate(parsed.statements, policy);
  if (allowed.kind === 'refused') return { ...allowed.refusal, kind: 'gate' } as const;
  return { kind: 'ok', statements: parsed.statements } as const;
}

/**
 * Grades a submission: gate, pristine copy, apply, fresh session, look, observe, judge. Resolves with a report for
 * everything that a learner can do; throws an EngineFault for what is ours (and for a broken exercise).
 */
export async function submit(
  engine: Engine,
  exercise: Exercise,
  start: StartState,
  sql: string,
  options: SubmitOptions = {},
): Promise<Report> {
  const began = performance.now();
  const step = options.onStep ?? (() => {});
  step('opening');
  const session = withPatience(await engine.open(datasetOf(exercise)), start.patience);
  const finish = (part: { refusal?: Refusal; evidence?: Evidence; results?: readonly ResultSet[] }): Report =>
    grade({ exercise, engine: engine.version, ...part, ms: performance.now() - began });
  try {
    const submission = await readSubmission(session, exercise, start, sql);
    if (submission.kind !== 'ok') return finish({ refusal: submission });
    const rewrites = exercise.spec.task === 'rewrite';
    const startTimes = rewrites ? [] : await sampleStartTimes(session, start, needsOf(exercise));
    step('applying');
    const apply = rewrites ? NOTHING : { sql, statements: submission.statements };
    const lockable = needsOf(exercise).flatMap((need) => (need.kind === 'lock' ? need.table : []));
    const limit = { timeoutMs: options.timeoutMs ?? APPLY_TIMEOUT_MS, patience: start.patience };
    const applied = await applySubmission(session, apply, lockable, limit);
    if (applied.kind !== 'ok') return finish({ refusal: applied });
    step('looking');
    const query = rewrites ? queryOf(submission.statements) : undefined;
    const collected = await collectEvidence(session, exercise, start, {
      query,
      startTimes,
      onStep: step,
      observeTimeoutMs: options.observeTimeoutMs,
      sparing: options.sparing,
      locks: applied.locks,
      sameRows: options.sparing === true && submission.statements.every(leavesRows),
    });
    step('grading');
    return collected.kind === 'ok'
      ? finish({ evidence: collected.evidence, results: applied.results })
      : finish({
          refusal: inWholeText(collected, query === undefined ? undefined : submission.statements[0]),
          results: applied.results,
        });
  } catch (thrown) {
    if (thrown instanceof Refused) return finish({ refusal: thrown.refusal });
    throw thrown;
  } finally {
    await session.close();
  }
}

/** Kinds of statements that no row is different after. */
const LEAVES_ROWS = new Set([
  'create-index',
  'drop-index',
  'create-statistics',
  'drop-statistics',
  'analyze',
  'vacuum',
]);

function leavesRows({ tree }: ParsedStatement): boolean {
  return LEAVES_ROWS.has(statementKind(tree));
}

function queryOf(statements: readonly ParsedStatement[]): string {
  return statements[0]?.text ?? '';
}
