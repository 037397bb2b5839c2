import type { DatasetRef } from '../../engine/engine.ts';
import type { Copying } from '../../session/copy-tables.ts';
import { explainSteps } from '../../session/explain-steps.ts';
import { createLab, type Lab } from '../../session/lab.ts';
import { sqliteBeside } from '../../session/sqlite-beside.ts';
import type { Wait } from '../commands/wait-line.tsx';
import { pageEngine } from '../engine.ts';
import { makeSqlite } from '../sqlite.ts';

/** The wait while a table is copied. */
export function waitForCopying({ table, done, total }: Copying): Wait {
  if (done >= total) return { text: 'Starting SQLite' };
  const pages = `${done.toLocaleString('en')} of ${total.toLocaleString('en')} pages`;
  const spoken = `Copying ${table} to SQLite`;
  return { text: `${spoken}: ${pages}`, spoken, share: done / total };
}

/** A SQLite to try things on, with copies of some tables of a dataset. */
export async function openSqliteLab(
  dataset: DatasetRef,
  tables: readonly string[],
  say: (copying: Copying) => void,
): Promise<Lab> {
  const engine = sqliteBeside({ postgres: pageEngine(), make: makeSqlite, tables, say });
  return createLab(engine, dataset, (runner, { text }) => explainSteps(runner, text));
}
