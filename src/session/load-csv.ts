import { isInTransaction, OPEN_TRANSACTION } from './open-transaction.ts';
import { quoteIdentifier, quoteLiteral } from './quote.ts';
import type { CsvColumn, CsvRow } from './read-csv.ts';
import { describeFailure, type Looked, type Subject } from './throw-away.ts';

export interface CsvLoad {
  readonly table: string;
  readonly columns: readonly CsvColumn[];
  readonly rows: readonly CsvRow[];
}

/** Rows of one INSERT. */
const BATCH = 1_000;

/** CREATE TABLE for the columns as they are to be. */
export function createStatement({ table, columns }: Omit<CsvLoad, 'rows'>): string {
  const list = columns.map(({ name, type }) => `  ${quoteIdentifier(name)} ${type}`).join(',\n');
  return `create table ${quoteIdentifier(table)} (\n${list}\n)`;
}

function insertStatement({ table, columns }: CsvLoad, rows: readonly CsvRow[]): string {
  const values = rows.map(
    ({ cells }) => `(${cells.map((cell) => (cell === '' ? 'null' : quoteLiteral(cell))).join(', ')})`,
  );
  const names = columns.map(({ name }) => quoteIdentifier(name)).join(', ');
  return `insert into ${quoteIdentifier(table)} (${names}) values\n${values.join(',\n')}`;
}

/** The first row of a batch that PostgreSQL refuses, as a sentence with its line. */
async function findBadRow(subject: Subject, load: CsvLoad, rows: readonly CsvRow[]): Promise<string> {
  let bad = rows;
  while (bad.length > 1) {
    const half = bad.slice(0, Math.ceil(bad.length / 2));
    const tried = await subject.run(`begin; ${createStatement(load)}; ${insertStatement(load, half)}`);
    await subject.run('rollback');
    bad = tried.kind === 'ok' ? bad.slice(half.length) : half;
  }
  const tried = await subject.run(`begin; ${createStatement(load)}; ${insertStatement(load, bad)}`);
  await subject.run('rollback');
  const why = tried.kind === 'ok' ? 'It was refused among others, and taken alone.' : describeFailure(tried);
  return `Line ${bad[0]?.line}: ${why} Nothing was loaded.`;
}

/**
 * Creates a table and fills it, all or nothing, and gathers its statistics. Empty fields are NULL. `onRows` is told how
 * many rows are in. A row that is refused is named by its line.
 */
export async function loadCsv(
  subject: Subject,
  load: CsvLoad,
  onRows: (rows: number) => void,
): Promise<Looked<number>> {
  if (await isInTransaction(subject)) return { kind: 'none', message: OPEN_TRANSACTION };
  const created = await subject.run(`begin; ${createStatement(load)}`);
  if (created.kind !== 'ok') {
    await subject.run('rollback');
    return { kind: 'none', message: describeFailure(created) };
  }
  for (let at = 0; at < load.rows.length; at += BATCH) {
    const batch = load.rows.slice(at, at + BATCH);
    const run = await subject.run(insertStatement(load, batch));
    if (run.kind === 'sql-error') {
      await subject.run('rollback');
      return { kind: 'none', message: await findBadRow(subject, load, batch) };
    }
    if (run.kind !== 'ok') return { kind: 'none', message: describeFailure(run) };
    onRows(at + batch.length);
  }
  const done = await subject.run('commit');
  if (done.kind !== 'ok') return { kind: 'none', message: describeFailure(done) };
  await subject.run(`analyze ${quoteIdentifier(load.table)}`);
  return { kind: 'ok', found: load.rows.length };
}
