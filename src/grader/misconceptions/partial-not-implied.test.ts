import { expect, it } from 'vitest';
import { run, seq } from './sample-plans.ts';
import { find, index } from './sample-recognition.ts';

const FILTER =
  "((orders.id <= 60000) AND (orders.cents IS DISTINCT FROM ((orders.total * '100'::numeric))::bigint))";

const isNamed = (predicate: string) =>
  find({ seen: [run(seq(FILTER))], indexes: [index('i', 'total', { predicate })] }).some(
    ({ misconception }) => misconception === 'partial-not-implied',
  );

it('is not said of an index whose condition the query repeats: the planner took it for too dear', () => {
  expect(isNamed('(cents IS DISTINCT FROM ((total * (100)::numeric))::bigint)')).toBe(false);
  expect(isNamed('((id <= 60000) AND (cents IS DISTINCT FROM ((total * (100)::numeric))::bigint))')).toBe(
    false,
  );
});

it('is said where a part of the condition is in other words, or is not there', () => {
  expect(isNamed('(cents IS DISTINCT FROM (total * (100)::numeric))')).toBe(true);
  expect(isNamed('(((total * (100)::numeric))::bigint IS DISTINCT FROM cents)')).toBe(true);
  expect(isNamed('((id > 57000) AND (cents IS DISTINCT FROM ((total * (100)::numeric))::bigint))')).toBe(
    true,
  );
});
