import { expect, test } from 'vitest';
import { checkSchema } from '../checks/all-checks.ts';
import { createdIndex, evidenceOf } from '../checks/sample-evidence.ts';
import { countPassed } from './added-checks.ts';
import { nearestMargins, suggestForAll } from './suggest-budgets.ts';

const checks = [
  { id: 'lean', kind: 'index-bytes', 'at-most': '200 kB' },
  { id: 'pages', kind: 'buffers', of: 'q', 'at-most': '5%', than: 'start' },
  { id: 'fast', kind: 'time', of: 'q', 'times-faster': 2 },
].map((check) => checkSchema.parse(check));

function answer(file: string, kilobytes: number, pages: number, submissionMs: number) {
  const evidence = evidenceOf([{ pages: 1000 }], [{ pages }], {
    times: [{ query: 'q', startMs: 100, submissionMs, noise: 0, rounds: 9 }],
  });
  const indexes = [createdIndex('i', kilobytes * 1024)];
  return { file, evidence: { ...evidence, submission: { ...evidence.submission, indexes } } };
}

const solution = answer('solution.sql', 80, 20, 1);
const also = answer('also/in-order.sql', 100, 4, 10);

test('a budget comes from the answer that needs the most room', () => {
  const suggested = suggestForAll(checks, [solution, also]).map(({ check, key, value, from }) => [
    check,
    `${key}: ${value}`,
    from,
  ]);
  expect(suggested).toEqual([
    ['lean', 'at-most: 150 kB', 'also/in-order.sql'],
    ['pages', 'at-most: 3%', 'solution.sql'],
    ['fast', 'at-most-ms: 20', 'also/in-order.sql'],
    ['fast', 'times-faster: 5', 'also/in-order.sql'],
  ]);
});

test('every answer that has to pass meets what is suggested', () => {
  const [lean] = suggestForAll(checks, [also, solution]);
  expect(lean).toMatchObject({ value: '150 kB', from: 'also/in-order.sql' });
  expect(nearestMargins(checks, [solution, also])).toMatchObject([
    { check: 'lean', used: 0.5, from: 'also/in-order.sql' },
    { check: 'pages', used: 0.4, from: 'solution.sql' },
    { check: 'fast', used: 0.2, from: 'also/in-order.sql' },
  ]);
});

test('no ratio is suggested that one of the answers does not reach', () => {
  const keys = suggestForAll(checks, [solution, answer('also/slow.sql', 80, 20, 100)]).map(({ key }) => key);
  expect(keys).not.toContain('times-faster');
});

test('the checks that Planwright adds are counted by themselves', () => {
  const passed = (id: string) => ({ id, state: 'passed' });
  expect(countPassed([passed('a'), { id: 'b', state: 'failed' }, passed('unchanged')])).toBe(
    '1 of 2 checks, and 1 of 1 of Planwright’s own',
  );
  expect(countPassed([passed('a')])).toBe('1 of 1 checks');
});
