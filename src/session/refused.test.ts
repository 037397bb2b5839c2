import { expect, test } from 'vitest';
import type { SqlError } from '../engine/engine.ts';
import type { Probe } from './observe.ts';
import { inWholeText, refusalOf } from './refused.ts';

const probe: Probe = {
  query: 'q',
  sql: 'select id from threads where number = $1::smallint and "kind" = 1',
  params: ['60000'],
  types: ['integer'],
  shown: true,
  variant: 'shipped',
};
const error: SqlError = {
  severity: 'ERROR',
  sqlstate: '22003',
  message: 'value "60000" is out of range for type "smallint"',
  detail: 'The column "kind" was asked for "60000".',
};

test('an error of a shown run on the shipped data is told as it is', () => {
  expect(refusalOf({ kind: 'sql-error', error, probe })).toEqual({ kind: 'sql-error', error });
});

test('an error of a hidden run says so, and keeps back what may be its value', () => {
  expect(refusalOf({ kind: 'sql-error', error, probe: { ...probe, shown: false } })).toEqual({
    kind: 'sql-error',
    where: 'With other values than those shown',
    error: {
      ...error,
      message: 'value "…" is out of range for type "smallint"',
      detail: 'The column "kind" was asked for "…".',
    },
  });
});

test('a query that was stopped says with what it was run', () => {
  const stopped = (change: Partial<Probe>) =>
    refusalOf({ kind: 'timeout', afterMs: 1_000, probe: { ...probe, ...change } });
  expect(stopped({})).toEqual({ kind: 'timeout', message: 'The query “q” was stopped after 1 s.' });
  expect(stopped({ variant: 'agents-of-one-name' })).toEqual({
    kind: 'timeout',
    message: 'On other data (agents of one name), the query “q” was stopped after 1 s.',
  });
});

test('an error in a rewrite is placed in the text that holds it, and one in the workload nowhere in it', () => {
  const refusal = { kind: 'sql-error', error: { ...error, position: 7 } } as const;
  const only = { text: 'select nope', start: 10, end: 21, tree: {} };
  expect(inWholeText(refusal, only)).toEqual({ ...refusal, statement: 0, error: { ...error, position: 17 } });
  expect(inWholeText({ ...refusal, error }, only)).toEqual({ ...refusal, statement: 0, error });
  expect(inWholeText(refusal, undefined)).toEqual({ ...refusal, error });
  const timeout = { kind: 'timeout', message: 'It was stopped.' } as const;
  expect(inWholeText(timeout, only)).toBe(timeout);
});
