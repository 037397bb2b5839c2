import { describe, expect, it } from 'vitest';
import { firstInspectable } from './first-inspectable.ts';

const table = (name: string, pages: number) => ({ name, kind: 'table', table: name, pages }) as const;
const index = (name: string, of: string, pages: number) =>
  ({ name, kind: 'index', table: of, pages }) as const;
const LIST = [
  table('activities', 900),
  index('activities_pkey', 'activities', 400),
  table('threads', 300),
  index('by_title', 'threads', 20),
  index('threads_pkey', 'threads', 60),
  table('notes', 5),
];
const first = (about: string, newest?: string) => firstInspectable(LIST, about, newest)?.name;

describe('what Inside opens on', () => {
  it('is the largest index of the tables that the text names', () => {
    expect(first('select title from threads where id = 1', 'activities_pkey')).toBe('threads_pkey');
    expect(first('select * from threads t join activities a on a.thread_id = t.id')).toBe('activities_pkey');
  });

  it('is the index that the text made', () => {
    expect(first('create index by_title on threads (title)', 'by_title')).toBe('by_title');
    expect(first('-- create index it would be\nselect from threads', 'activities_pkey')).toBe('threads_pkey');
  });

  it('is a table where it has no index, and the largest index where the text names none', () => {
    expect(first('select * from notes')).toBe('notes');
    expect(first('select 1')).toBe('activities_pkey');
    expect(firstInspectable([], 'select 1', undefined)).toBeUndefined();
  });
});
