/**
 * Records the corpus from the engine: `node src/plan/corpus/record.ts`. Each case runs once to warm the cache, then as
 * JSON and as text, each time from the same state (the transaction is rolled back).
 * `fixtures/server-15.json` is not of the engine: it holds what a browser cannot do (parallel workers that start, JIT),
 * recorded on a PostgreSQL 15 server from the same tables. `fixtures/server-18.json` is of a PostgreSQL 18 server: those
 * tables, and one of 300,000 rows. `fixtures/server-questions.json` holds what people ask about, of PostgreSQL 15 and 18
 * servers with a larger shop: 600,000 orders of 50,000 customers.
 */
import { writeFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import type { Case, Recording } from './case.ts';
import { grouping } from './cases/grouping.ts';
import { joins } from './cases/joins.ts';
import { options } from './cases/options.ts';
import { partitions } from './cases/partitions.ts';
import { scans } from './cases/scans.ts';
import { seed } from './cases/seed.ts';
import { subplans } from './cases/subplans.ts';
import { writes } from './cases/writes.ts';

const families = { scans, joins, grouping, subplans, partitions, writes, options };

async function explain(db: PGlite, c: Case, format: 'JSON' | 'TEXT'): Promise<unknown> {
  await db.exec('begin');
  try {
    for (const statement of c.before ?? []) await db.exec(statement);
    const sql = `explain (${c.options ?? 'ANALYZE, BUFFERS'}, FORMAT ${format}) ${c.sql}`;
    const [result] = await db.exec(sql);
    const cells = (result?.rows ?? []).map((row) => row['QUERY PLAN']);
    return format === 'JSON' ? cells[0] : cells.join('\n');
  } finally {
    await db.exec('rollback');
  }
}

async function record(db: PGlite, c: Case): Promise<Recording> {
  await explain(db, c, 'TEXT');
  await settle(db, c);
  const json = await explain(db, c, 'JSON');
  await settle(db, c);
  return { name: c.name, sql: c.sql, json, text: String(await explain(db, c, 'TEXT')) };
}

/** Clears the dead rows that a rolled-back change leaves, and plans once so that the catalog is in memory again. */
async function settle(db: PGlite, c: Case): Promise<void> {
  const changes = writes.includes(c) || c.before?.some((statement) => !statement.startsWith('set'));
  if (!changes) return;
  await db.exec('vacuum');
  await explain(db, { ...c, options: 'COSTS' }, 'TEXT');
}

const db = await PGlite.create();
for (const statement of seed) await db.exec(statement);
for (const [family, cases] of Object.entries(families)) {
  const recordings: string[] = [];
  for (const c of cases) {
    recordings.push(
      JSON.stringify(
        await record(db, c).catch((error) => {
          throw new Error(`${c.name}: ${error.message}`);
        }),
      ),
    );
  }
  const file = new URL(`./fixtures/${family}.json`, import.meta.url);
  writeFileSync(file, `[\n${recordings.join(',\n')}\n]\n`);
  console.log(`${family}: ${cases.length} plans`);
}
await db.close();
