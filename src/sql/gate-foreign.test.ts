import { beforeAll, describe, expect, it } from 'vitest';
import type { GatePolicy } from './gate.ts';
import { refusalOf, TABLES } from './gate-cases.ts';
import { loadParser } from './parse.ts';

beforeAll(loadParser);

const TUNE: GatePolicy = { task: 'tune', allow: ['create-index'], tables: TABLES, extensions: ['pg_trgm'] };
const said = (sql: string, more: Partial<GatePolicy> = {}) => refusalOf(sql, { ...TUNE, ...more })?.message;

const EXCLUDE =
  'alter table orders add constraint one exclude using btree (customer_id with =) where (ended_at is null)';

describe('ALTER TABLE is refused for what it does', () => {
  it.each([
    [EXCLUDE, 'adds a constraint'],
    [EXCLUDE, 'CREATE UNIQUE INDEX'],
    ['alter table orders add unique (customer_id)', 'CREATE UNIQUE INDEX'],
    ['alter table orders add check (total > 0)', 'adds a constraint'],
    ['alter table orders alter column total set statistics 1000', 'how closely ANALYZE looks at a column'],
    ['alter table orders add column x int', 'which columns the table has'],
    ['alter table orders drop constraint x', 'a rule that the dataset keeps'],
    ['alter table orders set (fillfactor = 70)', 'how the table is stored'],
    ['alter table orders rename to other', 'changes a table of the dataset'],
  ])('%s', (sql, says) => {
    const message = said(sql);
    expect(message).toMatch(/^This exercise takes SELECT, EXPLAIN and CREATE INDEX\. ALTER TABLE /);
    expect(message).toContain(says);
    expect(message).not.toContain('instead of the dataset');
  });

  it('names another way only where the exercise takes it', () => {
    expect(said(EXCLUDE, { allow: ['drop-index'] })).not.toContain('UNIQUE INDEX');
    expect(said('alter table orders add check (total > 0)')).not.toContain('UNIQUE INDEX');
    expect(said('alter table orders add exclude using gist (during with &&)')).not.toContain('UNIQUE INDEX');
    const statistics = 'alter table orders alter column total set statistics 1000';
    expect(said(statistics)).not.toContain('CREATE STATISTICS');
    expect(said(statistics, { allow: ['create-statistics'] })).toContain('CREATE STATISTICS asks for');
  });
});

it('ANALYZE is no forgery', () => {
  expect(said('create index on orders (lower(note)); analyze orders')).toContain('good practice');
});

it('an extension that is there need not be created', () => {
  expect(said('create extension if not exists pg_trgm')).toMatch(/pg_trgm is installed here already: leave/);
  expect(said('create extension bloom')).toContain('solved with what is there');
  expect(said('create extension pg_trgm', { task: 'rewrite' })).toContain('The answer is one SELECT.');
});
