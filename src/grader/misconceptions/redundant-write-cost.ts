import { formatBytes } from '../../plan/format-figures.ts';
import { needlessIndexes } from '../nothing-idle.ts';
import { findDuplicate, findOutdone } from './duplicate-index.ts';
import type { Misconception, Recognition } from './misconception.ts';
import { createdIndexes, failed, shippedRuns, usesIndex } from './read-query.ts';

/** Only an index that nothing reads is in the way of a pass, and none that repeats another. */
function findIdle(recognition: Recognition): string | undefined {
  const { checks, evidence, exercise } = recognition;
  const only = checks.every(({ kind, state }) => state === 'passed' || kind === 'nothing-idle');
  const repeats = exercise.spec.misconceptions.includes('duplicate-index') && findDuplicate(recognition);
  if (!failed(recognition, 'nothing-idle') || !only || repeats) return undefined;
  const idle = needlessIndexes(exercise, evidence);
  if (idle.length === 0) return undefined;
  const bytes = formatBytes(idle.reduce((sum, index) => sum + index.bytes, 0));
  const tables = [...new Set(idle.map(({ table }) => table))].join(' and ');
  return `The queries have what they need, and none of them reads ${idle.map(({ name }) => name).join(' or ')}. An index is not free while it waits: it takes ${bytes}, and every row that is written to ${tables} is entered there too. Drop what no plan reads.`;
}

/** What is too much stands beside what was created: another index, that does the same. */
function isBesideTheCause(recognition: Recognition): boolean {
  if (!recognition.exercise.spec.misconceptions.includes('duplicate-index')) return false;
  if (findDuplicate(recognition) !== undefined) return true;
  return !failed(recognition, 'index-bytes', 'index-count') && findOutdone(recognition) !== undefined;
}

const COSTS = new Set(['index-bytes', 'index-count', 'wal-per-row', 'nothing-idle', 'lock', 'constraint']);

/** Whether every check on how the queries run has passed; one without a verdict has not. */
function isQuick({ checks }: Recognition): boolean {
  return checks.every(({ kind, state }) => state === 'passed' || COSTS.has(kind));
}

/** What was created is used, and dearer than it may be. */
function findDear(recognition: Recognition): string | undefined {
  if (!failed(recognition, 'index-bytes', 'wal-per-row', 'index-count')) return undefined;
  if (isBesideTheCause(recognition)) return undefined;
  const created = createdIndexes(recognition);
  const { exercise, evidence } = recognition;
  const { submission, start } = evidence;
  const runs = shippedRuns(submission.observations);
  const helped = runs.filter((seen) => created.some(({ name }) => usesIndex(seen, name)));
  if (created.length === 0 || helped.length < runs.length) return undefined;
  const idle = needlessIndexes(exercise, evidence);
  const bytes = created.reduce((sum, index) => sum + index.bytes, 0);
  const unread =
    idle.length > 0 ? ` No plan of the workload reads ${idle.map(({ name }) => name).join(' or ')}.` : '';
  const wal = submission.wal.flatMap(({ table, bytesPerRow }) => {
    const before = start.wal.find((one) => one.table === table);
    return before
      ? [`an insert into ${table} writes ${bytesPerRow} bytes of WAL instead of ${before.bytesPerRow}`]
      : [];
  });
  const writes = wal.length > 0 ? `, and ${wal.join(', ')}` : ', and every insert has to maintain them';
  const lead = isQuick(recognition) ? 'The queries are quick, but what' : 'What';
  return `${lead} you created takes ${formatBytes(bytes)}${writes}.${unread} Leave out what no query of the workload needs: rows that are never asked for, columns that are never read, indexes whose work another does.`;
}

export const redundantWriteCost: Misconception = {
  id: 'redundant-write-cost',
  title: 'The index costs more than it gives',
  lesson: '/learn/indexing/write-cost/',
  recognise: (recognition) => findDear(recognition) ?? findIdle(recognition),
};
