import { describe, expect, test } from 'vitest';
import {
  CHECK_KINDS,
  checkKeys,
  checkSchema,
  judgeCheck,
  needsOfChecks,
  titleOfCheck,
} from './all-checks.ts';
import { evidenceOf } from './sample-evidence.ts';
import { checkOf } from './sample-verdict.ts';

describe('all kinds', () => {
  const of = 'q';
  const examples: readonly (readonly [object, string])[] = [
    [{ kind: 'access', of, table: 'orders', via: 'index' }, 'reads orders through an index'],
    [
      { kind: 'buffers', of, 'at-most': '5%', than: 'start' },
      'reads at most 5 % of the pages it read before',
    ],
    [{ kind: 'constraint', sql: 'x', title: 'keeps balances' }, 'keeps balances'],
    [{ kind: 'estimate', of, within: 2 }, 'is estimated within a factor of 2'],
    [{ kind: 'heap-fetches', of, 'at-most': 0 }, 'answers without visiting the table'],
    [{ kind: 'index-bytes', 'at-most': '8 MB' }, 'adds at most 8 MB of indexes'],
    [{ kind: 'index-count', 'at-most': 1 }, 'adds at most 1 index'],
    [{ kind: 'lock', table: 'orders', 'at-most': 'share' }, 'locks orders with SHARE at most'],
    [{ kind: 'node', of, node: 'Index Scan', present: true }, 'has an Index Scan in its plan'],
    [{ kind: 'partitions', of, table: 'events', 'at-most': 1 }, 'reads at most 1 partition of events'],
    [{ kind: 'rows' }, 'returns the right rows'],
    [{ kind: 'sort', of, allow: 'none' }, 'gets its order without sorting'],
    [{ kind: 'temp', of, 'at-most': 0 }, 'spills nothing to disk'],
    [{ kind: 'time', of, 'at-most-ms': 5, 'times-faster': 5 }, 'takes at most 5 ms or is 5 times faster'],
    [
      { kind: 'total', runs: { q: 9, r: 1 }, 'at-most': '5%', than: 'start' },
      'the whole workload reads at most 5 % of the pages it read before',
    ],
    [
      { kind: 'wal-per-row', table: 'orders', 'at-most': '+40%' },
      'writes at most 40 % more WAL for a row of orders',
    ],
  ];

  test.each(examples)('%j has a title, keys, and no pass without evidence', (written, title) => {
    const parsed = checkOf({ id: 'c', ...written });
    expect(titleOfCheck(parsed)).toBe(title);
    expect(checkKeys(written)).toEqual(expect.arrayContaining(Object.keys(parsed)));
    expect(checkSchema.safeParse({ id: 'c', ...written, extra: 1 }).success).toBe(false);
    const { state } = judgeCheck(parsed, evidenceOf([], []));
    expect(state).toBe(/^index-/.test(parsed.kind) ? 'passed' : 'not-run');
  });

  test('a title names its query where there are several, unless the author gave it words of its own', () => {
    const pages = { id: 'c', kind: 'buffers', of: 'sign-in', 'at-most': 40 };
    const [one, two] = [[{ id: 'sign-in' }], [{ id: 'sign-in' }, { id: 'colleagues' }]];
    expect(titleOfCheck(checkOf(pages), two)).toBe('sign-in: reads at most 40 pages');
    expect(titleOfCheck(checkOf(pages), one)).toBe('reads at most 40 pages');
    expect(titleOfCheck(checkOf({ ...pages, title: 'signs in by 40 pages' }), two)).toBe(
      'signs in by 40 pages',
    );
    expect(titleOfCheck(checkOf({ id: 'r', kind: 'rows' }), two)).toBe('returns the right rows');
  });

  test('every kind has an example here', () => {
    expect(new Set(examples.map(([written]) => Reflect.get(written, 'kind')))).toEqual(new Set(CHECK_KINDS));
  });

  test('needs, each once', () => {
    const time = checkOf({ id: 'a', kind: 'time', of, 'at-most-ms': 5 });
    const wal = checkOf({ id: 'w', kind: 'wal-per-row', table: 'orders', 'at-most': '+40%' });
    const held = checkOf({ id: 'held', kind: 'constraint', sql: 'select 1', writes: 'select 2' });
    expect(needsOfChecks([time, { ...time, id: 'b' }, wal, held])).toEqual([
      { kind: 'time', query: 'q' },
      { kind: 'wal', table: 'orders' },
      { kind: 'invariant', id: 'held', sql: 'select 1', writes: 'select 2' },
    ]);
  });
});
