import type { Cell } from '../engine/engine.ts';
import { listNodes } from '../plan/metrics.ts';
import type { Plan } from '../plan/plan.ts';
import { statementKind } from '../sql/statement-kind.ts';
import { flag, nodeOf, part, text as textOf, walk } from '../sql/tree.ts';
import { planAfter, RUN_UP_TO_COST } from './forced-plans.ts';
import { isInTransaction, OPEN_TRANSACTION } from './open-transaction.ts';
import { quoteIdentifier } from './quote.ts';
import { describeFailure, findLastQuery, type Looked, type Subject } from './throw-away.ts';

/** A query before and after an index that exists for the length of a transaction. */
export interface WhatIf {
  readonly ddl: string;
  readonly before: Plan;
  readonly after: Plan;
  readonly index: { readonly name: string; readonly bytes: number };
  readonly used: boolean;
}

const NEWEST = `
select c.relname, pg_catalog.pg_relation_size(c.oid) from pg_catalog.pg_index x
join pg_catalog.pg_class c on c.oid = x.indexrelid
where c.xmin = pg_catalog.pg_current_xact_id()::pg_catalog.xid order by c.oid desc limit 1`;

/**
 * What the last statement of `text` would do with an index: created in a transaction, the query planned (and run where
 * its cost allows), rolled back. The table's statistics are gathered anew where the index is on an expression, because
 * the planner would know nothing of it.
 */
export async function whatIf(
  subject: Subject,
  ddl: string,
  text: string,
  params: readonly Cell[] = [],
): Promise<Looked<WhatIf>> {
  const index = await readDdl(subject, ddl);
  if (index.kind === 'none') return index;
  const query = await findLastQuery(subject, text);
  if (query.kind === 'none') return query;
  if (await isInTransaction(subject)) return { kind: 'none', message: OPEN_TRANSACTION };
  const planned = { sql: query.found.sql, params, reads: query.found.reads };
  const before = await planAfter(subject, planned, '');
  if (before.kind === 'none') return before;
  const made = await subject.run(`begin; ${index.found}; ${NEWEST}; rollback`);
  if (made.kind !== 'ok') {
    await subject.run('rollback');
    return { kind: 'none', message: describeFailure(made) };
  }
  const after = await planAfter(
    subject,
    planned,
    index.found,
    Math.max(RUN_UP_TO_COST, before.found.root.totalCost),
  );
  if (after.kind === 'none') return after;
  const [name, bytes] = made.results.find(({ columns }) => columns.length === 2)?.rows[0] ?? [];
  const used = listNodes(after.found.root).some((node) => node.index === name);
  return {
    kind: 'ok',
    found: {
      ddl,
      before: before.found,
      after: after.found,
      index: { name: name ?? '', bytes: Number(bytes) },
      used,
    },
  };
}

/** One CREATE INDEX, and ANALYZE behind it where it is on an expression; or why it is none. */
async function readDdl(subject: Subject, ddl: string): Promise<Looked<string>> {
  const parsed = await subject.parse(ddl);
  if (parsed.kind === 'syntax-error') return { kind: 'none', message: `${parsed.error.message}.` };
  const [only, second] = parsed.statements;
  if (!only || second || statementKind(only.tree) !== 'create-index')
    return { kind: 'none', message: 'Write one CREATE INDEX statement here.' };
  if (flag(nodeOf(only.tree)?.fields ?? {}, 'concurrent'))
    return {
      kind: 'none',
      message:
        'Leave CONCURRENTLY out: the index is made inside a transaction here, where that is not possible.',
    };
  const onExpression = [...walk(only.tree)].some(
    ({ type, fields }) => type === 'IndexElem' && 'expr' in fields,
  );
  const sql = only.text.trim().replace(/;\s*$/, '');
  return { kind: 'ok', found: onExpression ? `${sql}; analyze ${tableOf(only.tree)}` : sql };
}

/** The table of a CREATE INDEX, as it can be written in SQL. */
function tableOf(tree: unknown): string {
  const relation = part(nodeOf(tree)?.fields ?? {}, 'relation') ?? {};
  const names = [textOf(relation, 'schemaname'), textOf(relation, 'relname')];
  return names.flatMap((name) => (name === undefined ? [] : [quoteIdentifier(name)])).join('.');
}
