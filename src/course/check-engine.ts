import { claimSchema, OF_POSTGRES, OF_SQLITE } from './claim.ts';
import type { LessonBlock, LessonSource, SourceError } from './lesson-source.ts';

type Mistake = Pick<SourceError, 'what' | 'fix'>;

function checkClaimed({ id, engine, expect }: LessonBlock): readonly Mistake[] {
  const claim = claimSchema.safeParse(expect).data;
  if (claim === undefined) return [];
  const keys = engine === undefined ? OF_SQLITE : OF_POSTGRES;
  const wrong = keys.filter((key) => claim[key] !== undefined);
  const runsOn = engine === undefined ? 'PostgreSQL' : 'SQLite';
  const fix =
    engine === undefined
      ? 'claim a node, or write engine="sqlite"'
      : 'claim step, noStep, automaticIndexRows, pagesAtMost, pagesAtLeast, rows or cell';
  const code = claim.error !== undefined && claim.error.startsWith('SQLITE_') !== (engine === 'sqlite');
  return [
    ...wrong.map((key) => ({
      what: `the claim of block “${id}”: it has “${key}”, and runs on ${runsOn}`,
      fix,
    })),
    ...(code
      ? [
          {
            what: `the claim of block “${id}”: ${runsOn} gives no error ${claim.error}`,
            fix:
              engine === undefined
                ? 'write the SQLSTATE'
                : 'write the name of the result code: SQLITE_CONSTRAINT',
          },
        ]
      : []),
  ];
}

function checkTables({ id, engine, tables }: LessonBlock): readonly Mistake[] {
  if (engine !== undefined || tables.length === 0) return [];
  const what = `block “${id}” names tables to copy, and runs on PostgreSQL, which has them`;
  return [{ what, fix: 'take tables out, or write engine="sqlite"' }];
}

function checkTogether(
  { id, engine, needs }: LessonBlock,
  blocks: readonly LessonBlock[],
): readonly Mistake[] {
  const elsewhere = needs.filter((need) =>
    blocks.some((block) => block.id === need && block.engine !== engine),
  );
  return elsewhere.map((need) => ({
    what: `block “${id}” needs “${need}”, which runs on another engine: it changes nothing here`,
    fix: `let both run on one engine, or take “${need}” out of needs`,
  }));
}

/** Blocks that claim, name or need what there is none of on the engine that they run on. */
export function checkEngine({ file, blocks }: LessonSource): readonly SourceError[] {
  return blocks.flatMap((block) =>
    [...checkClaimed(block), ...checkTables(block), ...checkTogether(block, blocks)].map((mistake) => ({
      file,
      line: block.line,
      ...mistake,
    })),
  );
}
