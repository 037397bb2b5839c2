import type { Change } from '../checks/evidence.ts';
import type { Session } from '../engine/engine.ts';
import { read } from './ask.ts';
import type { TableRows } from './table-rows.ts';

/** Bytes of a page. */
export const PAGE_BYTES = 8192;

/** Statements that count a table's rows and pages do it nearly exactly; anything further off was written by hand. */
const TOLERANCE = 0.2;

const SIZES = `
select c.relname, c.reltuples::text, c.relpages::text, c.relallvisible::text, pg_catalog.pg_relation_size(c.oid)::text
from pg_catalog.pg_class c
where c.relkind in ('r', 'm') and c.relnamespace = 'public'::pg_catalog.regnamespace
order by 1`;

/** Whether a size that was told is further off than counting it can be. */
export function differs(told: number, real: number): boolean {
  return Math.abs(told - real) > TOLERANCE * real + 1;
}

/** Tables whose size, as the planner believes it, is not the size that they have. Never counted (-1) is no lie. */
export async function findFalseSizes(
  session: Session,
  shipped: readonly TableRows[],
): Promise<readonly Change[]> {
  const rows = await read(session, SIZES);
  return rows.flatMap(([table, tuples, pages, visible, bytes]): readonly Change[] => {
    const counted = shipped.find((one) => one.table === table);
    if (!counted || Number(tuples) < 0) return [];
    const real = Number(bytes) / PAGE_BYTES;
    const isFalse =
      differs(Number(tuples), counted.rows) || differs(Number(pages), real) || Number(visible) > real;
    if (!isFalse) return [];
    const message = `the planner is told that ${table} has ${Number(tuples)} rows on ${pages} pages, which is not its size`;
    return [{ what: 'statistics', object: table ?? '', message }];
  });
}
