import type { Cell } from '../engine/engine.ts';
import { type Access, accessOf, listIndexes } from '../plan/access-paths.ts';
import { exclusivePages, isNeverExecuted, listNodes } from '../plan/metrics.ts';
import type { Plan, PlanNode } from '../plan/plan.ts';
import { readPlan } from '../plan/read-plan.ts';
import { PLAN_CELL_BYTES } from './explain.ts';
import { isInTransaction, OPEN_TRANSACTION } from './open-transaction.ts';
import { quoteLiteral } from './quote.ts';
import { describeFailure, findLastQuery, type LastQuery, type Looked, type Subject } from './throw-away.ts';
import { runUndone } from './undone.ts';

/** A table or an index, and which of its pages a query looked at. */
export interface TouchedRelation {
  readonly name: string;
  readonly kind: 'table' | 'index' | 'toast' | 'toast index';
  /** The table that an index belongs to; the relation itself for a table. */
  readonly table: string;
  /** Pages of 8 kB that it has. */
  readonly pages: number;
  /** Block numbers from 0, ascending. */
  readonly touched: readonly number[];
  /** Pages of the visibility map that were looked at. */
  readonly mapPages: number;
  /** How the plan reaches it; undefined where no scan names it (a foreign key check, TOAST). */
  readonly via: Access | undefined;
}

/** The pages that a query looked at. */
export interface TouchedPages {
  readonly relations: readonly TouchedRelation[];
  readonly plan: Plan;
  /** False where the query read more than the cache kept, so that some of its pages are not known. */
  readonly complete: boolean;
}

const NAME = 'planwright_pages';
const EXPLAIN = 'explain (analyze, buffers, verbose, timing off, format json)';

/**
 * The pages that the last statement of `text` touches, read from the engine's own cache: emptied, the statement run,
 * the cache read. Planning is done before, so its pages are not among them. What it writes is rolled back, also what a
 * function does that it calls. The database must have been opened with the extension `pg_buffercache`.
 */
export async function touchedPages(subject: Subject, text: string): Promise<Looked<TouchedPages>> {
  const query = await findLastQuery(subject, text);
  if (query.kind === 'none') return query;
  if (await isInTransaction(subject)) return { kind: 'none', message: OPEN_TRANSACTION };
  const plan = await runOnEmptyCache(subject, query.found);
  if (plan.kind === 'none') return plan;
  const run = await subject.run(cacheQuery(plan.found), { maxCellBytes: PLAN_CELL_BYTES, maxRows: 5_000 });
  if (run.kind !== 'ok') return { kind: 'none', message: describeFailure(run) };
  const [state, relations] = run.results;
  const buffers = Number(state?.rows[0]?.[0]);
  const used = Number(state?.rows[0]?.[1]);
  const found = (relations?.rows ?? []).map((row) => readRelation(row, plan.found, buffers));
  const complete = used < buffers - 1 && found.every((relation) => hasItsSample(relation, plan.found));
  return { kind: 'ok', found: { plan: plan.found, complete, relations: found } };
}

/** A prepared statement without parameters is planned once: the second execution touches no page for planning. */
async function runOnEmptyCache(subject: Subject, query: LastQuery): Promise<Looked<Plan>> {
  const prepared = await subject.run(
    `prepare ${NAME} as ${query.sql};
explain execute ${NAME};
select pg_buffercache_evict_all()`,
  );
  const explain = `${EXPLAIN} execute ${NAME}`;
  const ran =
    prepared.kind === 'ok' ? await runUndone(subject, explain, { maxCellBytes: PLAN_CELL_BYTES }) : prepared;
  if (ran.kind === 'timeout' || ran.kind === 'stopped')
    return { kind: 'none', message: describeFailure(ran) };
  await subject.run(`deallocate ${NAME}`);
  if (ran.kind !== 'ok') return { kind: 'none', message: describeFailure(ran) };
  const read = readPlan(ran.results.find((result) => result.command === 'EXPLAIN')?.rows[0]?.[0]);
  return read.kind === 'plan' ? { kind: 'ok', found: read.plan } : { kind: 'none', message: read.message };
}

/** Relations of the user's own that the plan names or the cache holds. Fork 0 is the data, fork 2 the visibility map. */
function cacheQuery(plan: Plan): string {
  const named = [...namesIn(plan)].map(quoteLiteral).join(', ') || 'null';
  return `
select pg_catalog.count(*), pg_catalog.count(relfilenode) from pg_buffercache;
with cached as materialized (
  select relfilenode, relforknumber as fork, relblocknumber as block from pg_buffercache
  where reldatabase = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())
)
select c.relname, c.relkind, coalesce(t.relname, u.relname, c.relname),
  pg_catalog.pg_relation_size(c.oid) / pg_catalog.current_setting('block_size')::int8,
  (select pg_catalog.array_to_json(pg_catalog.array_agg(block order by block)) from cached
   where fork = 0 and relfilenode = pg_catalog.pg_relation_filenode(c.oid))::text,
  (select pg_catalog.count(*) from cached where fork = 2 and relfilenode = pg_catalog.pg_relation_filenode(c.oid)),
  (select amname from pg_catalog.pg_am where oid = c.relam)
from pg_catalog.pg_class c
left join pg_catalog.pg_index x on x.indexrelid = c.oid
left join pg_catalog.pg_class t on t.oid = x.indrelid and t.relkind <> 't'
left join pg_catalog.pg_class u on u.reltoastrelid = coalesce(x.indrelid, c.oid)
where c.oid >= 16384 and c.relkind in ('r', 'i', 'm', 't') and c.relnamespace <> 'pg_catalog'::pg_catalog.regnamespace
  and (c.relname in (${named})
    or exists (select from cached where relfilenode = pg_catalog.pg_relation_filenode(c.oid)))
order by 3, pg_catalog.array_position('{r,m,i,t}', c.relkind::text), 1`;
}

function namesIn(plan: Plan): ReadonlySet<string> {
  const nodes = listNodes(plan.root);
  return new Set(nodes.flatMap((node) => [node.relation, node.index].filter((name) => name !== undefined)));
}

const KINDS: Readonly<Record<string, TouchedRelation['kind']>> = { i: 'index', t: 'toast' };

function readRelation(row: readonly Cell[], plan: Plan, buffers: number): TouchedRelation {
  const [name, letter, table, pages, blocks, mapPages, method] = row;
  const kind = KINDS[letter ?? ''] ?? 'table';
  const toastIndex = kind === 'index' && (name ?? '').startsWith('pg_toast_');
  const relation = {
    name: name ?? '',
    table: table ?? '',
    kind: toastIndex ? ('toast index' as const) : kind,
    pages: Number(pages),
    mapPages: Number(mapPages),
    touched: readNumbers(blocks),
  };
  const scans = scansOf(plan, relation);
  const via = scans.map(accessOf).find((access) => access !== undefined);
  const touched =
    method === 'bloom' ? withWholeScans(relation, scans) : withRingScans(relation, scans, buffers);
  return { ...relation, via, touched };
}

function readNumbers(json: Cell | undefined): readonly number[] {
  const parsed: unknown = JSON.parse(json ?? '[]');
  return Array.isArray(parsed) ? parsed.map(Number) : [];
}

function scansOf(plan: Plan, { kind, name }: Pick<TouchedRelation, 'kind' | 'name'>): readonly PlanNode[] {
  return listNodes(plan.root).filter((node) =>
    kind === 'index'
      ? listIndexes(node).includes(name) && node.relation !== undefined
      : node.relation === name,
  );
}

/**
 * A sequential scan of a table larger than a quarter of the cache goes through a ring of 32 buffers, so the cache keeps
 * only its tail. It starts at block 0 (synchronize_seqscans is off), so its page count says which pages it was.
 */
function withRingScans(
  { pages, touched }: Pick<TouchedRelation, 'pages' | 'touched'>,
  scans: readonly PlanNode[],
  buffers: number,
): readonly number[] {
  if (pages <= buffers / 4) return touched;
  const read = scans
    .filter((node) => readsInOrder(node, pages) && !isNeverExecuted(node))
    .map((node) => Math.ceil((exclusivePages(node) ?? 0) / (node.actual?.loops ?? 1)));
  const first = Math.min(pages, Math.max(0, ...read));
  return first === 0 ? touched : [...Array(first).keys(), ...touched.filter((block) => block >= first)];
}

/** TABLESAMPLE SYSTEM reads here and there in a large table, through a ring of buffers: then the cache keeps the last few. */
function hasItsSample(relation: TouchedRelation, plan: Plan): boolean {
  const samples = scansOf(plan, relation).filter((node) => node.kind === 'Sample Scan');
  const read = samples.map((node) => (exclusivePages(node) ?? 0) / (node.actual?.loops ?? 1));
  return relation.kind !== 'table' || Math.max(0, ...read) <= relation.touched.length;
}

/** Whether a scan begins at block 0 and leaves nothing out. TABLESAMPLE BERNOULLI reads a table whole, SYSTEM does not. */
function readsInOrder(node: PlanNode, pages: number): boolean {
  const read = (exclusivePages(node) ?? 0) / (node.actual?.loops ?? 1);
  return node.kind === 'Seq Scan' || (node.kind === 'Sample Scan' && read >= pages);
}

/**
 * A bloom index is read from its first page of entries to its last, through a ring of buffers whatever its size. Its first
 * page of all is not read where the session remembers it.
 */
function withWholeScans(
  { pages, touched }: Pick<TouchedRelation, 'pages' | 'touched'>,
  scans: readonly PlanNode[],
): readonly number[] {
  const read = scans.filter((node) => !isNeverExecuted(node)).map((node) => exclusivePages(node) ?? 0);
  if (read.length === 0) return touched;
  return [...Array(pages).keys()].slice(Math.max(...read) < pages ? 1 : 0);
}
