import { formatPlural } from '../../plan/format-figures.ts';
import type { Misconception, Recognition } from './misconception.ts';
import { createdIndexes, failed, scansOf, shippedRuns, worstRun } from './read-query.ts';

/** The table that the longest run reads from end to end, and which is as long as it was. */
function findAsLong(recognition: Recognition) {
  const { start, submission } = recognition.evidence;
  const seen = worstRun(submission.observations);
  const scan = seen && scansOf(seen).find(({ kind }) => kind === 'Seq Scan');
  const params = JSON.stringify(seen?.params);
  const before = shippedRuns(start.observations, seen?.query).find(
    (run) => JSON.stringify(run.params) === params,
  );
  return seen && scan && before?.pages === seen.pages
    ? { table: scan.relation ?? '', pages: seen.pages }
    : undefined;
}

export const fileNotShorter: Misconception = {
  id: 'file-not-shorter',
  title: 'The file is as long as before',
  lesson: '/learn/foundations/pages-and-tuples/',
  recognise: (recognition) => {
    const { allow } = recognition.exercise.spec;
    if (!allow.includes('vacuum') || !failed(recognition, 'buffers')) return undefined;
    const found = createdIndexes(recognition).length === 0 ? findAsLong(recognition) : undefined;
    return found
      ? `All of ${found.table} is read, ${formatPlural(found.pages, 'page')}, as many as at the start. VACUUM makes the room of dead rows free for rows to come and moves none of those that live, so a file keeps its length unless its last pages are empty and it may cut them off. ANALYZE only counts, and REINDEX writes the indexes anew. A file becomes as short as its rows where the rows themselves are written anew.`
      : undefined;
  },
};
