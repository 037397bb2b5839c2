import { formatBytes } from '../../plan/format-figures.ts';
import type { Misconception } from './misconception.ts';
import { createdIndexes, failed, shippedRuns, usesIndex } from './read-query.ts';

export const redundantWriteCost: Misconception = {
  id: 'redundant-write-cost',
  title: 'The index costs more than it gives',
  lesson: '/learn/indexing/write-cost/',
  recognise: (recognition) => {
    if (!failed(recognition, 'index-bytes', 'wal-per-row', 'index-count')) return undefined;
    const created = createdIndexes(recognition);
    const { submission, start } = recognition.evidence;
    const runs = shippedRuns(submission.observations);
    const helped = runs.filter((seen) => created.some(({ name }) => usesIndex(seen, name)));
    if (created.length === 0 || helped.length < runs.length) return undefined;
    const idle = created.filter(({ name }) => !runs.some((seen) => usesIndex(seen, name)));
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
    return `The queries are quick, but what you created takes ${formatBytes(bytes)}${writes}.${unread} Leave out what no query of the workload needs: rows that are never asked for, columns that are never read, indexes whose work another does.`;
  },
};
