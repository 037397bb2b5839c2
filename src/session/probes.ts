import type { Cell, Session } from '../engine/engine.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { formatPlural } from '../plan/format-figures.ts';
import { read } from './ask.ts';
import { BrokenExercise, forEachPart, runAuthored } from './broken-exercise.ts';
import { type Probe, prepareStatement, SHIPPED } from './observe.ts';

type WorkloadQuery = Exercise['spec']['workload'][number];

/** ms for drawing hidden parameters, and for preparing a query. */
const TIMEOUT_MS = 30_000;

async function paramRows(session: Session, { id, shown, hidden }: WorkloadQuery) {
  const drawn = hidden ? await runAuthored(session, { kind: 'hidden', query: id }, hidden, TIMEOUT_MS) : [];
  const text = (value: unknown): Cell => (value === null ? null : String(value));
  return [
    ...shown.map((row) => ({ params: row.map(text), shown: true })),
    ...drawn.map((params) => ({ params, shown: false })),
  ];
}

/** The types that PostgreSQL gives a query's parameters, by their names: `integer`, `timestamp with time zone`. */
async function parameterTypes(session: Session, { id, sql }: WorkloadQuery): Promise<readonly string[]> {
  const prepare = prepareStatement('planwright_types', sql, []);
  await runAuthored(session, { kind: 'sql', query: id }, prepare, TIMEOUT_MS);
  const rows = await read(
    session,
    `select pg_catalog.array_to_json(parameter_types::text[])::text from pg_catalog.pg_prepared_statements
     where name = 'planwright_types'`,
  );
  await read(session, 'deallocate planwright_types');
  const types: unknown = JSON.parse(rows[0]?.[0] ?? '[]');
  return Array.isArray(types) ? types.map(String) : [];
}

function wrongWidth(query: string, drawn: number, taken: number): BrokenExercise {
  const why = `it returns ${formatPlural(drawn, 'column')}, and the query takes ${formatPlural(taken, 'parameter')}`;
  return new BrokenExercise([{ part: { kind: 'hidden', query }, why }]);
}

async function probesOf(session: Session, query: WorkloadQuery): Promise<readonly Probe[]> {
  const rows = await paramRows(session, query);
  const types = await parameterTypes(session, query);
  const wide = rows.find(({ params, shown }) => !shown && params.length !== types.length);
  if (wide) throw wrongWidth(query.id, wide.params.length, types.length);
  const asked = rows.length > 0 ? rows : [{ params: [], shown: true }];
  return asked.map((row) => ({ query: query.id, sql: query.sql, ...row, types, variant: SHIPPED }));
}

/** Every query with every row of parameters it is judged on, on the shipped data. Throws BrokenExercise. */
export async function readProbes(session: Session, exercise: Exercise): Promise<readonly Probe[]> {
  return (await forEachPart(exercise.spec.workload, (query) => probesOf(session, query))).flat();
}
