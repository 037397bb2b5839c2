import type { Change, StatisticsEvidence } from '../checks/evidence.ts';
import type { Session } from '../engine/engine.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { diffCatalogs, findForbiddenChanges, readCatalog } from './catalog.ts';
import { findFalseStatistics } from './false-statistics.ts';
import { findFalseUnique } from './false-unique.ts';
import { findFalseEntries, findFalseIndexSizes } from './index-sizes.ts';
import { onlyCreates } from './known-run.ts';
import type { StartState } from './start-state.ts';
import { readStatistics } from './statistics.ts';
import { findChangedRows } from './table-rows.ts';
import { findFalseSizes } from './table-sizes.ts';

/** What a submission left behind: see `findChanges`. */
export interface Changed {
  readonly changes: readonly Change[];
  readonly statistics: readonly string[];
  readonly objects: readonly StatisticsEvidence[];
  readonly onlyCreated: boolean;
}

/** Of a query that stands in for the workload's: nothing was applied, so there is nothing to look for. */
export const NOTHING_APPLIED: Changed = { changes: [], statistics: [], objects: [], onlyCreated: false };

/**
 * What a submission changed that the exercise does not allow, the statistics objects that it created, and whether it
 * created and changed nothing else. Rows are not read where they are known to be the `sameRows`: what can change none cannot
 * forge statistics either, so those are not collected again then.
 */
export async function findChanges(
  session: Session,
  exercise: Exercise,
  start: StartState,
  sameRows = false,
): Promise<Changed> {
  const after = await readCatalog(session, start.transaction, start.catalog);
  const diff = diffCatalogs(start.catalog, after);
  const rows = sameRows ? [] : await findChangedRows(session, start.rows, start.transaction);
  const sizes = diff.altered.some(({ after }) => after.sort === 'size')
    ? await findFalseSizes(session, start.rows)
    : [];
  const statistics = diff.added.filter(({ sort }) => sort === 'statistics object').map(({ name }) => name);
  const objects = await readStatistics(session, statistics);
  const { allow } = exercise.spec;
  const analyzes = allow.includes('analyze') || allow.includes('vacuum');
  const collected = analyzes ? diff : { added: [], removed: [], altered: [] };
  const changes: readonly Change[] = [
    ...findForbiddenChanges(diff, allow),
    ...rows,
    ...sizes,
    ...(await findFalseIndexSizes(session, start.rows)),
    ...(await findFalseEntries(session)),
    ...(await findFalseUnique(session, diff)),
    ...(sameRows ? [] : await findFalseStatistics(session, objects, collected, start.transaction)),
  ];
  return { changes, statistics, objects, onlyCreated: changes.length === 0 && onlyCreates(diff) };
}
