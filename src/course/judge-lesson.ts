import { findFigure, measureFigures } from './block-figures.ts';
import type { Claim } from './claim.ts';
import { judgeClaim, type Measured } from './judge-claim.ts';
import type { FigureUse, LessonBlock, LessonSource, SourceError } from './lesson-source.ts';
import { readClaim } from './read-claim.ts';

/** PostgreSQL's state for a statement that was cancelled. */
const QUERY_CANCELED = '57014';

export interface LessonJudged {
  readonly claims: number;
  readonly problems: readonly SourceError[];
}

function fixOf(seen: Measured | undefined): string {
  const state = seen?.error?.sqlstate;
  if (state === QUERY_CANCELED)
    return 'run the check again if the machine was busy; else give the block less to do';
  return state === undefined
    ? 'mend the SQL'
    : `mend the SQL, or claim the error: expect={{ error: '${state}' }}`;
}

/** Where in the file an offset into a block's SQL is; the block's first line where there is none. */
function placeOf({ sql, sqlLine }: LessonBlock, position: number | undefined) {
  if (position === undefined) return { line: sqlLine };
  const before = sql.slice(0, position).split('\n');
  return { line: sqlLine + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
}

function judgeBlock(
  file: string,
  block: LessonBlock,
  claim: Claim | undefined,
  measured: ReadonlyMap<string, Measured>,
): readonly SourceError[] {
  const seen = measured.get(block.id);
  // Told of the block that ran out of time.
  if (seen?.notRunAfter !== undefined) return [];
  const wrong = seen ? judgeClaim(seen, claim ?? {}, measured) : ['it was not run'];
  const claimed = claim && seen?.error?.sqlstate !== QUERY_CANCELED;
  const fix = claimed ? 'mend the SQL, or the claim and the prose that rests on it' : fixOf(seen);
  const place = placeOf(block, seen?.error?.position);
  return wrong.map((what) => ({ file, ...place, what: `block “${block.id}”: ${what}`, fix }));
}

function whereOf({ at, on, using }: FigureUse): string {
  return [at, on && `on ${on}`, using && `using ${using}`].filter(Boolean).join(' ');
}

/** A figure of a block that ran, but has no such figure. */
function judgeFigure(
  file: string,
  figure: FigureUse,
  measured: ReadonlyMap<string, Measured>,
): readonly SourceError[] {
  const seen = measured.get(figure.of);
  if (seen === undefined || seen.error !== undefined || seen.notRunAfter !== undefined) return [];
  const figures = measureFigures(seen);
  if (findFigure(figures, figure) !== undefined) return [];
  const nodes = figures.nodes.map(({ node, on }) => (on === undefined ? node : `${node} on ${on}`));
  const where = whereOf(figure);
  const what = `block “${figure.of}” has no ${figure.show}${where === '' ? '' : ` at ${where}`}`;
  const fix =
    nodes.length === 0
      ? 'show rows or cell: its last statement has no plan'
      : `name a node that has it; the plan is: ${nodes.join(', ')}`;
  return [{ file, line: figure.line, what, fix }];
}

/** Holds what was measured against what the lesson claims and shows of it. */
export function judgeLesson(lesson: LessonSource, measured: ReadonlyMap<string, Measured>): LessonJudged {
  const { file } = lesson;
  const read = lesson.blocks.map((block) => ({ block, read: readClaim(file, block) }));
  const blocks = read.flatMap(({ block, read }) =>
    read.kind === 'wrong'
      ? read.problems
      : judgeBlock(file, block, read.kind === 'ok' ? read.claim : undefined, measured),
  );
  const figures = lesson.figures.flatMap((figure) => judgeFigure(file, figure, measured));
  return {
    claims: read.filter(({ read }) => read.kind === 'ok').length,
    problems: [...blocks, ...figures],
  };
}
