import type { IndexEvidence } from '../../checks/evidence.ts';
import { formatBytes } from '../../plan/format-figures.ts';
import type { Misconception, Recognition } from './misconception.ts';
import { createdIndexes, scansOf, shippedRuns } from './read-query.ts';

/** Indexes that a build left unfinished, on tables that the workload reads. */
function findInvalid({ evidence }: Recognition): readonly IndexEvidence[] {
  const runs = shippedRuns(evidence.submission.observations);
  const tables = new Set(runs.flatMap(scansOf).flatMap(({ relation }) => relation ?? []));
  return evidence.submission.indexes.filter(({ valid, table }) => !valid && tables.has(table));
}

function recognise(recognition: Recognition): string | undefined {
  const [index] = findInvalid(recognition);
  if (!index) return undefined;
  const { name, table, bytes, columns } = index;
  const beside = createdIndexes(recognition).find(
    (other) => other.valid && other.table === table && other.columns.join() === columns.join(),
  );
  const twin = beside ? ` ${beside.name} beside it does what it should have done, and both are kept.` : '';
  return `${name} on ${table} takes ${formatBytes(bytes)}, and pg_index.indisvalid says that it is not valid: a build that did not come to its end has left it. No plan may read it, however well its columns fit, and what writes to ${table} may have to keep it up all the same. CREATE INDEX IF NOT EXISTS takes it for the index and does nothing.${twin} Build it again with REINDEX, or drop it and create it anew.`;
}

export const invalidIndex: Misconception = {
  id: 'invalid-index',
  title: 'The index is there, and it is not valid',
  lesson: '/learn/indexing/maintenance/',
  recognise,
};
