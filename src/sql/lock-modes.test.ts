import { beforeAll, expect, test } from 'vitest';
import { lockByManual, lockModeOf, stoppedBy, strongerLock, tablesNamed } from './lock-modes.ts';
import { loadParser, parseStatements } from './parse.ts';

beforeAll(loadParser);

function treeOf(sql: string): unknown {
  const parsed = parseStatements(sql);
  if (parsed.kind !== 'ok') throw new Error(parsed.error.message);
  return parsed.statements[0]?.tree;
}

test('a lock is known by the name that pg_locks gives it', () => {
  expect(lockModeOf('ShareUpdateExclusiveLock')).toBe('share update exclusive');
  expect(lockModeOf('AccessExclusiveLock')).toBe('access exclusive');
  expect(lockModeOf('SIReadLock')).toBeUndefined();
});

test('the stronger of two locks is found, in any order', () => {
  expect(strongerLock('share', 'share update exclusive')).toBe('share');
  expect(strongerLock('share update exclusive', 'share')).toBe('share');
  expect(strongerLock(undefined, 'access share')).toBe('access share');
});

test('only from SHARE on do others wait, and only for the strongest those who read', () => {
  expect(stoppedBy('share update exclusive')).toBeUndefined();
  expect(stoppedBy('share')).toBe('writes');
  expect(stoppedBy('exclusive')).toBe('writes');
  expect(stoppedBy('access exclusive')).toBe('reads and writes');
});

test.each([
  ['create index concurrently on orders (id)', 'share update exclusive'],
  ['drop index concurrently i', 'share update exclusive'],
  ['reindex index concurrently i', 'share update exclusive'],
  ['reindex (concurrently) table orders', 'share update exclusive'],
  ['reindex schema public', 'share'],
  ['vacuum (analyze) orders', 'share update exclusive'],
  ['vacuum full orders', 'access exclusive'],
  ['cluster', 'access exclusive'],
])('%s takes a lock that the manual names', (sql, mode) => {
  expect(lockByManual(treeOf(sql))).toBe(mode);
});

test.each([
  ['create index concurrently on orders (id)', ['orders']],
  ['vacuum orders, customers', ['orders', 'customers']],
  ['vacuum', []],
  ['drop index concurrently i', []],
  ['reindex table concurrently orders', []],
])('%s: the tables that it names', (sql, tables) => {
  expect([...new Set(tablesNamed(treeOf(sql)))]).toEqual(tables);
});
