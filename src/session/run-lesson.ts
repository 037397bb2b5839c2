import type { Measured } from '../course/judge-claim.ts';
import type { LessonBlock } from '../course/lesson-source.ts';
import type { DatasetRef, Engine, ResultSet, Session } from '../engine/engine.ts';
import { statementKind } from '../sql/statement-kind.ts';
import { explainStatement } from './explain.ts';

const BLOCK_TIMEOUT_MS = 30_000;

async function planOf(session: Session, sql: string): Promise<Measured> {
  const parsed = await session.parse(sql);
  const last = parsed.kind === 'ok' ? parsed.statements.at(-1) : undefined;
  if (!last) return {};
  const runner = {
    run: (text: string, limits = {}) => session.run(text, { timeoutMs: BLOCK_TIMEOUT_MS, ...limits }),
  };
  const kind = statementKind(last.tree);
  const first = await explainStatement(runner, last.text, kind);
  const second = first.kind === 'ok' ? await explainStatement(runner, last.text, kind) : first;
  return second.kind === 'ok' ? { plan: second.plan } : {};
}

/** An EXPLAIN's own rows are lines of text: what it explained is what the claim counts. */
function rowsOf(last: ResultSet | undefined, plan: Measured): number | undefined {
  return last?.command === 'EXPLAIN' ? plan.plan?.root.actual?.rows : last?.rowCount;
}

async function runBlock(session: Session, block: LessonBlock): Promise<Measured> {
  const run = await session.run(block.sql, { timeoutMs: BLOCK_TIMEOUT_MS });
  if (run.kind === 'sql-error')
    return { error: { sqlstate: run.error.sqlstate, message: run.error.message } };
  if (run.kind !== 'ok')
    return { error: { sqlstate: '57014', message: `still running after ${BLOCK_TIMEOUT_MS} ms` } };
  const plan = await planOf(session, block.sql);
  const last = run.results.at(-1);
  const rows = rowsOf(last, plan);
  const cell = last?.rows[0]?.[0];
  return {
    ...plan,
    ms: plan.plan?.executionMs ?? last?.ms ?? run.ms,
    ...(rows === undefined ? {} : { rows }),
    ...(cell === undefined ? {} : { cell }),
  };
}

/** Runs a lesson's blocks as a reader would from top to bottom, setup blocks first, one database for each dataset. */
export async function runLesson(
  engine: Engine,
  blocks: readonly LessonBlock[],
  lesson: DatasetRef,
): Promise<ReadonlyMap<string, Measured>> {
  const sessions = new Map<string, Session>();
  const measured = new Map<string, Measured>();
  try {
    for (const block of [...blocks.filter(({ setup }) => setup), ...blocks.filter(({ setup }) => !setup)]) {
      const name = block.dataset ?? lesson.name;
      const session = sessions.get(name) ?? (await engine.open({ ...lesson, name }));
      sessions.set(name, session);
      const seen = await runBlock(session, block);
      measured.set(block.id, seen);
      if (seen.error?.sqlstate === '57014') {
        await session.close();
        sessions.delete(name);
      }
    }
    return measured;
  } finally {
    await Promise.all([...sessions.values()].map((session) => session.close()));
  }
}
