import { nodesOf, part, text } from '../sql/tree.ts';
import type { MovableBound } from './movable-bounds.ts';
import { quoteIdentifier, quoteLiteral } from './quote.ts';
import { describeFailure, type Looked, type Subject } from './throw-away.ts';

/** A bound with the values that it can take: the column's own, at equal steps of its rows. */
export interface BoundAxis extends MovableBound {
  /** The table as SQL can take it, and its bare name, which plans print. */
  readonly table: string;
  readonly relation: string;
  /**
   * Values from the smallest to the largest, `STEPS` + 1 of them: value number i has i / STEPS of the rows below it. At
   * `here` stands the query's own value, where it is of the column's type.
   */
  readonly values: readonly string[];
  /** The place among the values that the query's own has by the rows below it. */
  readonly here: number;
  /** Rows of the table that have a value in the column. */
  readonly rows: number;
}

/** Steps from the smallest to the largest value. */
export const STEPS = 1_000;

interface Source {
  readonly table: string;
  readonly alias: string;
}

/** Tables that a query reads, with the names it gives them. */
function sourcesOf(tree: unknown): readonly Source[] {
  return nodesOf(tree, 'RangeVar').map((range) => {
    const names = [text(range, 'schemaname'), text(range, 'relname')].flatMap((name) => name ?? []);
    const alias = text(part(range, 'alias') ?? {}, 'aliasname') ?? names.at(-1) ?? '';
    return { table: names.map(quoteIdentifier).join('.'), alias };
  });
}

const unquoted = (name: string) =>
  name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name.toLowerCase();

/** Splits `o.total` at the dots that are outside quotes. */
function namesIn(column: string): readonly string[] {
  return (column.match(/"(?:[^"]|"")*"|[^.\s]+/g) ?? []).map(unquoted);
}

interface Found {
  readonly table: string;
  readonly relation: string;
  readonly column: string;
}

async function findTable(
  subject: Subject,
  sources: readonly Source[],
  bound: MovableBound,
): Promise<Looked<Found>> {
  const names = namesIn(bound.column);
  const [column = '', alias] = [names.at(-1), names.at(-2)];
  const wanted = sources.filter((source) => alias === undefined || source.alias === alias);
  const list =
    wanted.map(({ table }) => `pg_catalog.to_regclass(${quoteLiteral(table)})`).join(', ') || 'null';
  const run = await subject.run(
    `select c.oid::pg_catalog.regclass::text, c.relname
from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid = a.attrelid
where a.attname = ${quoteLiteral(column)} and a.attnum > 0 and a.attrelid in (${list}) limit 1`,
  );
  if (run.kind !== 'ok') return { kind: 'none', message: describeFailure(run) };
  const [table, relation] = run.results[0]?.rows[0] ?? [];
  if (!table || !relation)
    return { kind: 'none', message: `${bound.column} is a column of no table that the query names.` };
  return { kind: 'ok', found: { table, relation, column: quoteIdentifier(column) } };
}

/** The query's value as the column would show it; NULL where it is of another type: it may be no value of the column. */
function ownValue(table: string, column: string, written: string): string {
  const both = `(select case when false then ${column} else ${written} end from ${table} limit 1)`;
  const type = `(select pg_catalog.pg_typeof(${column}) from ${table} limit 1)`;
  return `case when pg_catalog.pg_typeof(${both}) = ${type} then ${both}::text end`;
}

/** The values of a bound's column, and where the query's own value lies among them. */
export async function readAxis(
  subject: Subject,
  tree: unknown,
  bound: MovableBound,
): Promise<Looked<BoundAxis>> {
  const found = await findTable(subject, sourcesOf(tree), bound);
  if (found.kind === 'none') return found;
  const { table, relation, column } = found.found;
  const shares = `(select pg_catalog.array_agg(i / ${STEPS}.0::float8 order by i) from pg_catalog.generate_series(0, ${STEPS}) i)`;
  const run = await subject.run(
    `select pg_catalog.array_to_json((pg_catalog.percentile_disc(${shares}) within group (order by ${column}))::text[])::text,
  pg_catalog.count(${column}), pg_catalog.count(*) filter (where ${column} < ${bound.written}),
  ${ownValue(table, column, bound.written)}
from ${table}`,
    { maxCellBytes: 1024 * 1024 },
  );
  if (run.kind !== 'ok') return { kind: 'none', message: describeFailure(run) };
  const [json, rows, below, own] = run.results[0]?.rows[0] ?? [];
  const values: unknown = JSON.parse(json ?? 'null');
  if (!Array.isArray(values)) return { kind: 'none', message: `${table} has no value in ${bound.column}.` };
  const here = Math.round((Number(below) / Math.max(1, Number(rows))) * STEPS);
  return {
    kind: 'ok',
    found: {
      ...bound,
      table,
      relation,
      values: values.map((value, place) => (place === here ? (own ?? String(value)) : String(value))),
      here,
      rows: Number(rows),
    },
  };
}

/** The share of the rows that a bound lets through at a place, by the column's own values. */
export function shareAt({ operator }: MovableBound, place: number): number {
  const below = place / STEPS;
  return operator === '<' || operator === '<=' ? below : 1 - below;
}
