import { tablesCreated } from '../exercise/check-sql.ts';
import { nearest } from '../exercise/issue-in-words.ts';
import { datasetOf } from './check-front-matter.ts';
import { claimSchema } from './claim.ts';
import type { LessonSource, SourceError } from './lesson-source.ts';

/** Whatever a text calls something by: tables that it makes in any way, aliases, CTEs. */
function wordsOf(sql: string): readonly string[] {
  const words = sql.match(/[\p{L}\p{N}_$]+/gu) ?? [];
  return [...words, ...words.map((word) => word.toLowerCase())];
}

/** Tables that SQLite is to have a copy of, and the dataset has none of. */
export function checkCopiedTables(
  lesson: LessonSource,
  datasets: ReadonlyMap<string, readonly string[]>,
): readonly SourceError[] {
  return lesson.blocks.flatMap(({ id, line, tables, dataset }) => {
    const known = datasets.get(dataset ?? datasetOf(lesson));
    if (known === undefined) return [];
    return tables
      .filter((table) => !known.includes(table))
      .map((table) => {
        const near = nearest(table, known);
        const fix = near === undefined ? `name one of ${known.join(', ')}` : `write ${near}`;
        const what = `block “${id}” copies “${table}”, and the dataset has no such table`;
        return { file: lesson.file, line, what, fix };
      });
  });
}

/**
 * Claims that nothing is done `on` a table that there is none of: they would hold whatever the plan is. That some node is
 * on it is judged by the plan. `loadParser` must have run.
 */
export function checkClaimedTables(
  lesson: LessonSource,
  datasets: ReadonlyMap<string, readonly string[]>,
): readonly SourceError[] {
  const { file, blocks, route } = lesson;
  if (!route.startsWith('/learn/')) return [];
  const words = new Set(blocks.flatMap(({ sql }) => wordsOf(sql)));
  return blocks.flatMap(({ id, line, expect, dataset }) => {
    const claim = claimSchema.safeParse(expect).data;
    const tables = datasets.get(dataset ?? datasetOf(lesson));
    if (claim?.on === undefined || claim.node !== undefined || tables === undefined) return [];
    if (tables.includes(claim.on) || words.has(claim.on)) return [];
    const known = [...tables, ...blocks.flatMap(({ sql }) => tablesCreated(sql))];
    const near = nearest(claim.on, known);
    const fix = near === undefined ? `name one of ${known.join(', ')}` : `write ${near}`;
    const what = `the claim of block “${id}”: there is no table “${claim.on}”, so the claim would always hold`;
    return [{ file, line, what, fix }];
  });
}
