import { PGlite } from '@electric-sql/pglite';

/** What every ratio is measured against: PGlite as it comes, and one SELECT. */
const db = await PGlite.create();
await db.query('select 1');
console.info(`bareMs ${performance.now()}`);
