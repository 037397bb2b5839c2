import type { LookAsk } from '../course/look-ask.ts';
import type { Plan } from '../plan/plan.ts';
import { statementKind } from '../sql/statement-kind.ts';
import type { BoundAxis } from './bound-axis.ts';
import { explainStatement } from './explain.ts';
import { type HeapPage, heapPage } from './heap-page.ts';
import { type InsideIndex, insideIndex } from './inside-index.ts';
import { aroundBlock, atLastStatement, type BeforeAndAfter, type LookPlace } from './lesson-replay.ts';
import { fillGrid, type PlanGrid } from './plan-grid.ts';
import { type Curve, readCurve } from './read-curve.ts';
import { type CurvePoint, findMovable, type MovableQuery, planCurve } from './selectivity.ts';
import type { Looked, Subject } from './throw-away.ts';
import { type TouchedPages, touchedPages } from './touched-pages.ts';
import { type WhyNot, whyNot } from './why-not.ts';

export { type LookAsk, readLookAsk } from '../course/look-ask.ts';
export type { LookBlock, LookPlace } from './lesson-replay.ts';

/** What a lesson's picture shows. */
export type LookFound =
  | { readonly kind: 'pages'; readonly pages: TouchedPages }
  | { readonly kind: 'plan-change'; readonly before: Plan; readonly after: Plan }
  | { readonly kind: 'why-not'; readonly whyNot: WhyNot }
  | ({ readonly kind: 'b-tree' } & BeforeAndAfter<InsideIndex>)
  | ({ readonly kind: 'heap-page' } & BeforeAndAfter<HeapPage>)
  | {
      readonly kind: 'selectivity';
      readonly axis: BoundAxis;
      readonly curve: Curve;
      readonly point: CurvePoint | undefined;
    }
  | { readonly kind: 'two-bounds'; readonly x: BoundAxis; readonly y: BoundAxis; readonly grid: PlanGrid };

/** Names columns as they are, without their table. */
const bare = (column: string) => column.split('.').at(-1)?.replaceAll('"', '');

/** The bound on a column, or why there is none; `not` is one that is taken. */
function findAxis({ axes }: MovableQuery, column: string, not?: BoundAxis): Looked<BoundAxis> {
  const found = axes.find((axis) => axis !== not && bare(axis.column) === bare(column));
  if (found !== undefined) return { kind: 'ok', found };
  const known = axes.map((axis) => axis.column).join(', ');
  return { kind: 'none', message: `The query has no bound on ${column} to move; it has some on ${known}.` };
}

/** Cells along each side of the grid that a lesson shows. */
const GRID = 40;

async function lookAtBounds(
  subject: Subject,
  text: string,
  { over, and }: Extract<LookAsk, { kind: 'selectivity' }>,
): Promise<Looked<LookFound>> {
  const movable = await findMovable(subject, text);
  if (movable.kind === 'none') return movable;
  const x = findAxis(movable.found, over);
  if (x.kind === 'none') return x;
  const { sql } = movable.found;
  if (and === undefined) return lookAtCurve(subject, sql, x.found);
  const y = findAxis(movable.found, and, x.found);
  if (y.kind === 'none') return y;
  const asked = { sql, x: x.found, y: y.found, size: GRID };
  const filling = fillGrid(
    asked,
    (look) => look(subject),
    () => {},
    () => false,
  );
  return shown(filling, (grid) => ({ kind: 'two-bounds', x: x.found, y: y.found, grid }));
}

async function lookAtCurve(subject: Subject, sql: string, axis: BoundAxis): Promise<Looked<LookFound>> {
  const here = await planCurve(subject, sql, axis, [axis.here]);
  if (here.kind === 'none') return here;
  return shown(readCurve(subject, sql, axis), (curve) => ({
    kind: 'selectivity',
    axis,
    curve,
    point: here.found[0],
  }));
}

/** What has to be loaded beside the data to look into pages. */
export const INSIDE_EXTENSIONS: readonly string[] = ['pageinspect', 'pg_visibility', 'pg_buffercache'];

/** Turns what was found into what is shown. */
async function shown<Found, Shown>(
  asking: Promise<Looked<Found>>,
  show: (found: Found) => Shown,
): Promise<Looked<Shown>> {
  const seen = await asking;
  return seen.kind === 'none' ? seen : { kind: 'ok', found: show(seen.found) };
}

/**
 * Measures what a lesson's picture asks for, on a fresh copy on which what the block needs ran before: the reader's own
 * database is left alone. What cannot be shown is `none` and a sentence. Throws an EngineFault where the engine failed.
 */
export async function lookForLesson(place: LookPlace, ask: LookAsk): Promise<Looked<LookFound>> {
  switch (ask.kind) {
    case 'pages': {
      const pages = atLastStatement(place, ask.of, ['pg_buffercache'], touchedPages);
      return shown(pages, (found) => ({ kind: 'pages', pages: found }));
    }
    case 'plan-change':
      return comparePlansOf(place, ask);
    case 'why-not':
      return atLastStatement(place, ask.of, [], async (subject, sql) =>
        narrow(await whyNot(subject, sql), ask.table),
      );
    case 'b-tree': {
      const look = (subject: Subject) => insideIndex(subject, ask.index, ask.find);
      return shown(aroundBlock(place, ask, INSIDE_EXTENSIONS, look), (found) => ({
        kind: 'b-tree',
        ...found,
      }));
    }
    case 'heap-page': {
      const look = (subject: Subject) => heapPage(subject, ask.table, ask.page);
      return shown(aroundBlock(place, ask, INSIDE_EXTENSIONS, look), (found) => ({
        kind: 'heap-page',
        ...found,
      }));
    }
    case 'selectivity':
      return atLastStatement(place, ask.of, [], (subject, sql) => lookAtBounds(subject, sql, ask));
  }
}

async function comparePlansOf(
  place: LookPlace,
  { from, to }: Extract<LookAsk, { kind: 'plan-change' }>,
): Promise<Looked<LookFound>> {
  const before = await atLastStatement(place, from, [], planOf);
  if (before.kind === 'none') return before;
  const after = await atLastStatement(place, to, [], planOf);
  if (after.kind === 'none') return after;
  return { kind: 'ok', found: { kind: 'plan-change', before: before.found, after: after.found } };
}

function narrow(seen: Looked<WhyNot>, table: string | undefined): Looked<LookFound> {
  if (seen.kind === 'none') return seen;
  const { scans } = seen.found;
  const wanted = scans.filter((scan) => table === undefined || [scan.alias, scan.table.name].includes(table));
  if (wanted.length > 0)
    return { kind: 'ok', found: { kind: 'why-not', whyNot: { ...seen.found, scans: wanted } } };
  const read = scans.map((scan) => scan.table.name).join(', ');
  const message =
    table === undefined
      ? 'The plan of this block reads no table.'
      : `The plan of this block does not read ${table}; it reads ${read === '' ? 'no table' : read}.`;
  return { kind: 'none', message };
}

/** The plan of the second run, when what can be in memory is. */
async function planOf(subject: Subject, sql: string): Promise<Looked<Plan>> {
  const parsed = await subject.parse(sql);
  const last = parsed.kind === 'ok' ? parsed.statements.at(-1) : undefined;
  if (last === undefined) return { kind: 'none', message: 'There is no statement to explain.' };
  const kind = statementKind(last.tree);
  await explainStatement(subject, last.text, kind);
  const explained = await explainStatement(subject, last.text, kind);
  return explained.kind === 'ok' ? { kind: 'ok', found: explained.plan } : explained;
}
