import type { Measured } from '../course/judge-claim.ts';
import type { LessonBlock } from '../course/lesson-source.ts';
import type { DatasetRef, ResultSet, Run, Session } from '../engine/engine.ts';
import type { Plan } from '../plan/plan.ts';
import { listSteps } from '../plan/query-steps.ts';
import { readPlan } from '../plan/read-plan.ts';
import { changesRows } from '../sql/changes-rows.ts';
import { statementKind } from '../sql/statement-kind.ts';
import { explainStatement } from './explain.ts';
import { explainSteps } from './explain-steps.ts';
import { type LessonEngines, openOnce } from './lesson-databases.ts';
import type { Runner } from './open-transaction.ts';

/** A block takes a moment; this is for a machine that has much else to do, in ms. */
const BLOCK_TIMEOUT_MS = 120_000;
/** PostgreSQL's state for a statement that was cancelled. */
const OUT_OF_TIME = '57014';

/** What a text's last statement is, as far as it matters to explaining it. */
interface Last {
  readonly text: string;
  readonly kind: string;
  readonly writes: boolean;
}

async function lastOf(session: Session, sql: string): Promise<Last | undefined> {
  const parsed = await session.parse(sql);
  const last = parsed.kind === 'ok' ? parsed.statements.at(-1) : undefined;
  return last && { text: last.text, kind: statementKind(last.tree), writes: changesRows(last.tree) };
}

/** The plan that a block's own EXPLAIN ANALYZE printed. */
function printedPlan(result: ResultSet | undefined): Plan | undefined {
  const read = readPlan(result?.rows.map(([line]) => line ?? '').join('\n') ?? '');
  return read.kind === 'plan' && read.plan.analyzed ? read.plan : undefined;
}

function runnerOn(session: Session): Runner {
  return {
    run: (text, limits = {}) => session.run(text, { timeoutMs: BLOCK_TIMEOUT_MS, ...limits }),
  };
}

/**
 * The plan of a block's last statement, of its second run where it only reads: the first was the block's own, unless that
 * was an EXPLAIN that runs nothing. A write is run once more at most, and rolled back, as the page does; where it was an
 * EXPLAIN ANALYZE itself, what that printed is its plan.
 */
async function planOf(session: Session, last: Last, result: ResultSet | undefined): Promise<Measured> {
  const runner = runnerOn(session);
  const printed = last.kind === 'explain' ? printedPlan(result) : undefined;
  if (last.writes && printed) return { plan: printed };
  const first = await explainStatement(runner, last.text, last.kind);
  const ranBefore = last.kind !== 'explain' || printed !== undefined;
  const again = first.kind === 'ok' && !last.writes && !ranBefore;
  const plan = again ? await explainStatement(runner, last.text, last.kind) : first;
  return plan.kind === 'ok' ? { plan: plan.plan } : {};
}

/** An EXPLAIN's own rows are lines of text: what it explained is what the claim counts. */
function rowsOf(last: ResultSet | undefined, plan: Measured): number | undefined {
  return last?.command === 'EXPLAIN' ? plan.plan?.root.actual?.rows : last?.rowCount;
}

function failureOf({ error }: Extract<Run, { kind: 'sql-error' }>): Measured {
  const { sqlstate, message, position } = error;
  return { error: { sqlstate, message, ...(position === undefined ? {} : { position }) } };
}

/** What SQLite says of a block’s last statement beside what it counted of every one. */
async function stepsOf(session: Session, sql: string, result: ResultSet | undefined): Promise<Measured> {
  const parsed = await session.parse(sql);
  const last = parsed.kind === 'ok' ? parsed.statements.at(-1) : undefined;
  const explained = last && (await explainSteps(runnerOn(session), last.text));
  const steps = explained?.kind === 'steps' ? listSteps(explained.steps) : [];
  return { steps, ...(result?.work ? { work: result.work } : {}) };
}

async function lastPlan(
  session: Session,
  block: LessonBlock,
  explain: boolean,
  last: ResultSet | undefined,
): Promise<Measured> {
  if (block.engine === 'sqlite') return stepsOf(session, block.sql, last);
  const statement = await lastOf(session, block.sql);
  const explained = statement !== undefined && (explain || statement.kind === 'explain');
  return explained ? planOf(session, statement, last) : {};
}

async function runBlock(session: Session, block: LessonBlock, explain: boolean): Promise<Measured> {
  const run = await session.run(block.sql, { timeoutMs: BLOCK_TIMEOUT_MS });
  if (run.kind === 'sql-error') return failureOf(run);
  if (run.kind !== 'ok')
    return {
      error: { sqlstate: OUT_OF_TIME, message: `still running after ${BLOCK_TIMEOUT_MS / 1000} s` },
    };
  const last = run.results.at(-1);
  const plan = await lastPlan(session, block, explain, last);
  const rows = rowsOf(last, plan);
  const cell = last?.rows[0]?.[0];
  return {
    ...plan,
    ms: plan.plan?.executionMs ?? last?.ms ?? run.ms,
    ...(rows === undefined ? {} : { rows }),
    ...(cell === undefined ? {} : { cell }),
  };
}

/**
 * Runs a lesson's blocks as a reader would from top to bottom, setup blocks first, one database for each dataset and engine. Blocks
 * that are EXPLAINs, or whose ids are among `plans`, are explained too; what the others write is written once. A block
 * that runs out of time takes its database with it, and those that would have run on it do not run.
 */
export async function runLesson(
  engines: LessonEngines,
  { blocks, plans }: { readonly blocks: readonly LessonBlock[]; readonly plans: ReadonlySet<string> },
  lesson: DatasetRef,
): Promise<ReadonlyMap<string, Measured>> {
  const databases = openOnce(engines, blocks, lesson);
  const measured = new Map<string, Measured>();
  const late = new Map<string, string>();
  try {
    for (const block of [...blocks.filter(({ setup }) => setup), ...blocks.filter(({ setup }) => !setup)]) {
      const name = databases.nameOf(block);
      const after = late.get(name);
      if (after !== undefined) {
        measured.set(block.id, { notRunAfter: after });
        continue;
      }
      const session = await databases.sessionFor(block);
      const seen = await runBlock(session, block, plans.has(block.id));
      measured.set(block.id, seen);
      if (seen.error?.sqlstate === OUT_OF_TIME) late.set(name, block.id);
    }
    return measured;
  } finally {
    await databases.close();
  }
}
