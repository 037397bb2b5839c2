import { deciderOf } from '../checks/all-checks.ts';
import { parametersOf } from '../sql/parameters.ts';
import { ADDED_IDS } from './added-checks.ts';
import type { AuthorError, WrongAnswer } from './exercise.ts';
import type { LineOf } from './front-matter.ts';
import { nearest } from './issue-in-words.ts';
import type { Outline } from './outline.ts';

const FILE = 'exercise.mdx';
/** Ids that a `-- fails:` line may name beside the exercise's own checks. */
const BUILT_IN = ['gate', 'sql-error', ...ADDED_IDS];
const LEAST_WRONG = 3;

type Report = (path: readonly PropertyKey[], what: string, fix: string) => AuthorError;

function nameOneOf(word: string, known: readonly string[]): string {
  if (known.length === 0) return 'there is none yet: add one';
  const near = nearest(word, known);
  return near === undefined ? `name one of ${known.join(', ')}` : `write ${near}`;
}

function duplicates(ids: readonly string[], key: string, report: Report): readonly AuthorError[] {
  return ids.flatMap((id, at) =>
    id === '' || ids.indexOf(id) === at
      ? []
      : [report([key, at], `${key}: a second “${id}”`, 'give it a name of its own')],
  );
}

function references({ workload, checks }: Outline, report: Report): readonly AuthorError[] {
  const queries = workload.map((query) => query.id).filter(Boolean);
  return checks.flatMap(({ id, of, runs }, at) => {
    const unknown = (name: string, path: readonly PropertyKey[]) => {
      const what = `check “${id}” is about “${name}”, which is no query`;
      return queries.includes(name) ? [] : [report(['checks', at, ...path], what, nameOneOf(name, queries))];
    };
    return [
      ...(of === undefined ? [] : unknown(of, ['of'])),
      ...runs.flatMap((name) => unknown(name, ['runs', name])),
    ];
  });
}

/** The highest $n of a query. */
function parameterCount(sql: string): number {
  return Math.max(0, ...[...parametersOf(sql)].map(({ number }) => number));
}

function parameters({ workload }: Outline, report: Report): readonly AuthorError[] {
  return workload.flatMap((query, at) => {
    const wanted = parameterCount(query.sql);
    const takes = `query “${query.id}” takes ${wanted} parameter${wanted === 1 ? '' : 's'}`;
    const wrong = query.shown.flatMap((had, rowAt) => {
      if (had === wanted) return [];
      const fix = `write ${wanted} value${wanted === 1 ? '' : 's'} in each row`;
      return [report(['workload', at, 'shown', rowAt], `${takes}, but this row has ${had}`, fix)];
    });
    if (wanted > 0 && query.shown.length === 0) {
      wrong.push(report(['workload', at], `${takes}, but none are shown`, 'add shown: with a row of values'));
    }
    if (wanted > 0 && query.hidden === '') {
      const fix = 'add hidden: a SELECT that returns some, so that an answer for the shown ones alone fails';
      wrong.push(report(['workload', at], `query “${query.id}” has no hidden parameters`, fix));
    }
    return wrong;
  });
}

function wrongAnswers(
  outline: Outline,
  wrong: readonly WrongAnswer[],
  report: Report,
): readonly AuthorError[] {
  const ids = [...outline.checks.map((check) => check.id).filter(Boolean), ...BUILT_IN];
  const errors = wrong.flatMap(({ name, fails, misconceptions }): AuthorError[] => {
    const place = { file: `wrong/${name}.sql`, line: 1 };
    const unknown = fails.filter((id) => !ids.includes(id));
    const unlisted = misconceptions.filter((id) => !outline.misconceptions.includes(id));
    return [
      ...unknown.map((id) => ({
        ...place,
        what: `“${id}” is no check of this exercise`,
        fix: nameOneOf(id, ids),
      })),
      ...unlisted.map((id) => ({
        ...place,
        what: `“${id}” is not among the misconceptions of this exercise`,
        fix: 'add it to misconceptions: in exercise.mdx, or name one that is there',
      })),
    ];
  });
  if (wrong.length >= LEAST_WRONG) return errors;
  const what = wrong.length === 1 ? 'there is one wrong answer' : `there are ${wrong.length} wrong answers`;
  return [...errors, report([], what, `write at least ${LEAST_WRONG} in wrong/`)];
}

function rewriteShape(outline: Outline, report: Report): readonly AuthorError[] {
  const errors: AuthorError[] = [];
  const { workload, checks, allow } = outline;
  if (workload.length > 1) {
    errors.push(report(['workload'], 'a rewrite has one query', 'keep one entry, the slow query as given'));
  }
  if (!checks.some((check) => check.kind === 'rows')) {
    errors.push(report(['checks'], 'a rewrite must compare rows', 'add { id: rows, kind: rows }'));
  }
  if (allow.length > 0) errors.push(report(['allow'], 'a rewrite is one SELECT', 'leave allow out'));
  for (const [at, { id, kind }] of checks.entries()) {
    if (deciderOf({ kind }) !== 'created') continue;
    errors.push(report(['checks', at], `check “${id}” weighs what a rewrite cannot create`, 'leave it out'));
  }
  return errors;
}

function taskShape(outline: Outline, report: Report): readonly AuthorError[] {
  if (outline.task === 'rewrite') return rewriteShape(outline, report);
  const errors: AuthorError[] = [];
  if (outline.allow.length === 0) {
    errors.push(
      report(['allow'], 'nothing is allowed, so nothing can be changed', 'allow: [create-index], say'),
    );
  }
  if (outline.variants.length > 0) {
    errors.push(
      report(
        ['variants'],
        'variants are for a rewrite: only there the query is the answer',
        'leave them out',
      ),
    );
  }
  if (outline.equivalent.length > 0) {
    const what = 'equivalent-mutants are for a rewrite: only there the reference answer is mutated';
    errors.push(report(['equivalent-mutants'], what, 'leave them out'));
  }
  if (outline.task === 'design' && !outline.checks.some((check) => check.kind === 'constraint')) {
    const fix = 'add a check of kind constraint, or make it a tune';
    errors.push(report(['checks'], 'a design exercise has an invariant to keep', fix));
  }
  return errors;
}

/** What the files say of each other that cannot all be true. */
export function crossCheck(
  outline: Outline,
  wrong: readonly WrongAnswer[],
  lineOf: LineOf,
): readonly AuthorError[] {
  const report: Report = (path, what, fix) => ({ file: FILE, ...lineOf(path), what, fix });
  const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
  return [
    ...duplicates(ids(outline.workload), 'workload', report),
    ...duplicates(ids(outline.checks), 'checks', report),
    ...duplicates(outline.variants, 'variants', report),
    ...duplicates(outline.equivalent, 'equivalent-mutants', report),
    ...references(outline, report),
    ...parameters(outline, report),
    ...taskShape(outline, report),
    ...wrongAnswers(outline, wrong, report),
  ];
}
