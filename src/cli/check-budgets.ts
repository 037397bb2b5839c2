import type { Exercise } from '../exercise/exercise.ts';
import { type Margin, marginsOf, ruleOf } from '../exercise/margins.ts';
import type { FrontRead } from '../exercise/read-exercise.ts';
import { suggestBudgets } from '../exercise/suggest-budgets.ts';
import type { Report } from '../grader/report.ts';
import { findAccessPaths } from '../plan/access-paths.ts';
import { formatBytes, formatCount, formatMs } from '../plan/format-figures.ts';
import { SHIPPED } from '../session/observe.ts';
import type { StartState } from '../session/start-state.ts';
import type { Problem } from './problems.ts';

/** An exercise as it was graded, for what only all its answers together show. */
export interface Graded {
  readonly exercise: Exercise;
  readonly front: FrontRead;
  readonly start: StartState;
  readonly solution: Report;
  readonly wrong: readonly Report[];
  /** The path of `exercise.mdx` in messages. */
  readonly file: string;
}

function problemAt(
  { front, file }: Pick<Graded, 'front' | 'file'>,
  path: readonly PropertyKey[],
  what: string,
  fix: string,
): Problem {
  return { file, ...front.lineOf(path), what, fix };
}

/** Queries whose `hidden` SELECT returned nothing: an answer for the shown values alone would pass. */
export function emptyHidden(graded: Graded): readonly Problem[] {
  const { exercise, start } = graded;
  return exercise.spec.workload.flatMap(({ id, hidden }, at) => {
    if (hidden === undefined || start.probes.some((probe) => probe.query === id && !probe.shown)) return [];
    const what = `the hidden parameters of “${id}” are empty: the SELECT returns no row`;
    const fix = 'let it return some, so that an answer for the shown values alone fails';
    return [problemAt(graded, ['workload', at, 'hidden'], what, fix)];
  });
}

/**
 * Shown values that find nothing: an empty result shows nobody what the query is about. Where the hidden values find
 * nothing either, that is what it is about. Of a rewrite the reference answer says what is found.
 */
export function emptyShown(graded: Graded): readonly Problem[] {
  const { exercise, start } = graded;
  const { task, workload } = exercise.spec;
  if (task === 'design') return [];
  const seen = task === 'rewrite' ? start.reference : start.side.observations;
  return workload.flatMap(({ id }, at) => {
    const runs = seen.filter(({ query, variant }) => query === id && variant === SHIPPED);
    const hidden = runs.filter(({ shown }) => !shown);
    if (hidden.length > 0 && hidden.every(({ rows }) => rows.count === 0)) return [];
    return runs.flatMap(({ shown, params, rows }) => {
      if (!shown || params.length === 0 || rows.count > 0) return [];
      const values = params.map((value) => value ?? 'null').join(', ');
      const what = `the query “${id}” returns no rows for the shown values [${values}]`;
      return [problemAt(graded, ['workload', at, 'shown'], what, 'choose values that find rows')];
    });
  });
}

/**
 * Results that are asked for and are larger than what is read of one: nobody could pass the check that compares them. Of a
 * rewrite these are the reference answer's, on the data and on its variants.
 */
export function tooLarge(graded: Pick<Graded, 'exercise' | 'front' | 'start' | 'file'>): readonly Problem[] {
  const { exercise, start } = graded;
  const { task, workload, checks } = exercise.spec;
  if (!checks.some(({ kind }) => kind === 'rows')) return [];
  const seen = task === 'rewrite' ? start.reference : start.side.observations;
  return workload.flatMap(({ id }, at) => {
    const found = seen.find(({ query, rows }) => query === id && rows.truncated);
    if (!found) return [];
    const where = found.variant === SHIPPED ? '' : ` on the variant “${found.variant}”`;
    const what = `the query “${id}” returns ${formatCount(found.rows.count)} rows${where}, more than are compared`;
    const fix =
      'ask for fewer rows, or for an aggregate of them: at most 100,000 rows and 64 MB are compared';
    return [problemAt(graded, ['workload', at, 'sql'], what, fix)];
  });
}

/** What one lookup in a B-tree costs the planner: two pages at random_page_cost 4, and a few operators. */
const LOOKUP_COST = 8.44;
/** Reading a table whole has to cost this many lookups, or the plan flips hardly or not at all. */
const LEAST_LOOKUPS = 4;

/** Tables that are to be read through an index and are so small that the planner reads them whole, whatever there is. */
export function tooSmall(graded: Graded): readonly Problem[] {
  const { exercise, start } = graded;
  return exercise.spec.checks.flatMap((check, at) => {
    if (check.kind !== 'access' || check.via === 'seq') return [];
    const seen = start.side.observations.find(({ query }) => query === check.of);
    const paths = seen ? findAccessPaths(seen.plan, check.table, start.partitions[check.table] ?? []) : [];
    const whole = paths.filter(({ via }) => via === 'seq');
    const cost = whole.reduce((sum, { node }) => sum + node.totalCost, 0);
    if (whole.length === 0 || cost >= LOOKUP_COST * LEAST_LOOKUPS) return [];
    const rows = start.rows.find(({ table }) => table === check.table)?.rows ?? 0;
    const wanted = Math.ceil((Number(rows) * LOOKUP_COST * LEAST_LOOKUPS) / cost);
    const what = `${check.table} is too small for the plan to flip: reading it whole costs the planner ${cost.toFixed(1)}, one lookup in an index ${LOOKUP_COST}`;
    return [
      problemAt(graded, ['checks', at], what, `give it at least ${formatCount(wanted)} rows; it has ${rows}`),
    ];
  });
}

function amount({ unit }: Margin, value: number): string {
  if (unit === 'bytes') return formatBytes(value);
  if (unit === 'ms') return formatMs(value);
  return `${value >= 100 ? formatCount(Math.round(value)) : String(Number(value.toPrecision(3)))} ${unit}`;
}

/** What the solution takes of a budget, in the budget’s own words and in what was measured. */
function taken(margin: Margin, written: string): string {
  const { key, unit, measured, budget, start } = margin;
  const asked = `${key}: ${written}`;
  if (unit === 'times faster')
    return `the solution is ${amount(margin, measured)}, and ${asked} is what it has to be`;
  const before = start === undefined ? '' : `, ${formatCount(Math.round(start))} at the start`;
  return `the solution takes ${amount(margin, measured)}${before}, and ${asked} allows ${amount(margin, budget)}`;
}

/** The budget that the authoring panel suggests for the solution: the check must not ask for another. */
function enough(
  { check, key, unit }: Margin,
  { exercise, solution }: Pick<Graded, 'exercise' | 'solution'>,
): string {
  const suggested = solution.evidence ? suggestBudgets(exercise.spec.checks, solution.evidence) : [];
  const found = suggested.find((one) => one.check === check && one.key === key);
  if (!found) return `take ${key} out, or give the check another budget`;
  return `write ${key}: ${found.value}, or ${unit === 'times faster' ? 'less' : 'more'}`;
}

/** Budgets that the solution meets with too little room. Whole pages: one page of room is always enough. */
export function tightBudgets(
  graded: Pick<Graded, 'exercise' | 'front' | 'solution' | 'file'>,
): readonly Problem[] {
  const { exercise, solution } = graded;
  if (!solution.passed || !solution.evidence) return [];
  const { checks } = exercise.spec;
  return marginsOf(checks, solution.evidence).flatMap((margin) => {
    const { most, why } = ruleOf(margin.unit);
    const { check, key, measured, budget, used, unit } = margin;
    if (used <= most || (unit === 'pages' && budget - measured >= 1)) return [];
    const at = checks.findIndex(({ id }) => id === check);
    const written: unknown = Reflect.get(checks[at] ?? {}, key);
    const room = `${((1 - used) * 100).toFixed(1)} %`;
    const wanted = `${Math.round((1 - most) * 100)} %`;
    const what = `check “${check}”: ${taken(margin, String(written))}, which leaves ${room} of it; at least ${wanted} has to be left, because ${why}`;
    return [problemAt(graded, ['checks', at, key], what, enough(margin, graded))];
  });
}

/** Whether some submission could fail the check at all: of a tune nobody can change the rows, so `rows` only guards. */
function canFail(exercise: Exercise, kind: string): boolean {
  return exercise.spec.task === 'rewrite' || kind !== 'rows';
}

/** Checks that no wrong answer makes fail: they may be loose, or say what another one says. */
export function neverFailing(graded: Graded): readonly Problem[] {
  const { exercise, wrong } = graded;
  const failed = new Set(
    wrong.flatMap(({ checks }) =>
      checks.flatMap(({ id, state }) => (state === 'failed' || state === 'inconclusive' ? [id] : [])),
    ),
  );
  return exercise.spec.checks.flatMap(({ id, kind }, at) => {
    if (failed.has(id) || !canFail(exercise, kind)) return [];
    const what = `no wrong answer makes the check “${id}” fail`;
    const fix = 'write one that does, tighten the check, or leave it out: what never fails tests nothing';
    return [problemAt(graded, ['checks', at], what, fix)];
  });
}
