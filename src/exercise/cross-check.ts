import type { AuthorError, Exercise } from './exercise.ts';
import type { LineOf } from './front-matter.ts';

const FILE = 'exercise.mdx';
/** Ids that a `-- fails:` line may name beside the exercise's own checks. */
const BUILT_IN = ['gate', 'unchanged', 'made-by-you'];

function duplicates(ids: readonly string[], key: string, lineOf: LineOf): readonly AuthorError[] {
  return ids.flatMap((id, at) => {
    if (ids.indexOf(id) === at) return [];
    return [
      { file: FILE, ...lineOf([key, at]), what: `${key}: a second “${id}”`, fix: 'give it an id of its own' },
    ];
  });
}

function references({ spec }: Exercise, lineOf: LineOf): readonly AuthorError[] {
  const queries = spec.workload.map((query) => query.id);
  return spec.checks.flatMap((check, at) => {
    const of: unknown = 'of' in check ? check.of : undefined;
    if (typeof of !== 'string' || queries.includes(of)) return [];
    const fix = `name one of ${queries.join(', ')}`;
    return [
      {
        file: FILE,
        ...lineOf(['checks', at, 'of']),
        what: `check “${check.id}” is about “${of}”, which is no query`,
        fix,
      },
    ];
  });
}

/** The highest $n of a query; text in quotes and comments is left out. */
function parameterCount(sql: string): number {
  const bare = sql.replace(/'(?:[^']|'')*'|--[^\n]*|\/\*[\s\S]*?\*\//g, ' ');
  return Math.max(0, ...[...bare.matchAll(/\$(\d+)/g)].map((match) => Number(match[1])));
}

function parameters({ spec }: Exercise, lineOf: LineOf): readonly AuthorError[] {
  return spec.workload.flatMap((query, at) => {
    const wanted = parameterCount(query.sql);
    const wrong = query.shown.flatMap((row, rowAt) => {
      if (row.length === wanted) return [];
      const what = `query “${query.id}” takes ${wanted} parameters, but this row has ${row.length}`;
      return [
        {
          file: FILE,
          ...lineOf(['workload', at, 'shown', rowAt]),
          what,
          fix: `write ${wanted} values in each row`,
        },
      ];
    });
    if (wanted > 0 && !query.hidden) {
      const what = `query “${query.id}” has no hidden parameters`;
      const fix = 'add hidden: a SELECT that returns some, so that an answer for the shown ones alone fails';
      return [...wrong, { file: FILE, ...lineOf(['workload', at]), what, fix }];
    }
    return wrong;
  });
}

function wrongAnswers({ spec, wrong }: Exercise, lineOf: LineOf): readonly AuthorError[] {
  const ids = [...spec.checks.map((check) => check.id), ...BUILT_IN];
  const unknown = wrong.flatMap((answer) =>
    answer.fails
      .filter((id) => !ids.includes(id))
      .map((id) => ({
        file: `wrong/${answer.name}.sql`,
        line: 1,
        what: `“${id}” is no check of this exercise`,
        fix: `name one of ${ids.join(', ')}`,
      })),
  );
  const few = {
    file: FILE,
    ...lineOf([]),
    what: `${wrong.length} wrong answers`,
    fix: 'write at least three in wrong/',
  };
  return wrong.length < 3 ? [...unknown, few] : unknown;
}

function taskShape({ spec }: Exercise, lineOf: LineOf): readonly AuthorError[] {
  if (spec.task !== 'rewrite') {
    if (spec.allow.length > 0) return [];
    const what = 'nothing is allowed, so nothing can be changed';
    return [{ file: FILE, ...lineOf(['allow']), what, fix: 'allow: [create-index], say' }];
  }
  const errors: AuthorError[] = [];
  if (spec.workload.length !== 1) {
    const what = 'a rewrite has one query';
    errors.push({
      file: FILE,
      ...lineOf(['workload']),
      what,
      fix: 'keep one workload entry, the slow query as given',
    });
  }
  if (!spec.checks.some((check) => check.kind === 'rows')) {
    const what = 'a rewrite must compare rows';
    errors.push({ file: FILE, ...lineOf(['checks']), what, fix: 'add { id: rows, kind: rows }' });
  }
  return errors;
}

/** What the files say of each other that cannot all be true. */
export function crossCheck(exercise: Exercise, lineOf: LineOf): readonly AuthorError[] {
  const { spec } = exercise;
  return [
    ...duplicates(
      spec.workload.map((query) => query.id),
      'workload',
      lineOf,
    ),
    ...duplicates(
      spec.checks.map((check) => check.id),
      'checks',
      lineOf,
    ),
    ...references(exercise, lineOf),
    ...parameters(exercise, lineOf),
    ...taskShape(exercise, lineOf),
    ...wrongAnswers(exercise, lineOf),
  ];
}
