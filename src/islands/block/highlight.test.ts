import { describe, expect, it } from 'vitest';
import { LINEAR, measureGrowth } from '../../measure-growth.ts';
import { highlightLines, highlightSql } from './highlight.ts';

const kinds = (sql: string): readonly string[] =>
  highlightSql(sql)
    .filter(({ kind }) => kind !== '')
    .map(({ kind, text }) => `${kind}:${text}`);

describe('highlightSql', () => {
  it('tells keywords, values and comments apart', () => {
    expect(kinds("SELECT id, 'it''s', $1 -- select\nfrom orders where total > 10.5")).toEqual([
      'k:SELECT',
      "v:'it''s'",
      'v:$1',
      'c:-- select',
      'k:from',
      'k:where',
      'v:10.5',
    ]);
  });

  it('leaves quoted names, and names that hold a keyword, alone', () => {
    expect(kinds('"select" orders_from t1')).toEqual([]);
  });

  it.each(['create index on orders using btree (id) include (total)', 'EXPLAIN (ANALYZE, VERBOSE) SELECT 1'])(
    'knows the words that PostgreSQL does not reserve: %s',
    (sql) => {
      const words = kinds(sql).map((kind) => kind.slice(2).toLowerCase());
      expect(words).toEqual(
        expect.arrayContaining(
          sql.startsWith('create') ? ['index', 'on', 'using', 'include'] : ['explain', 'analyze', 'verbose'],
        ),
      );
    },
  );

  it('takes a word behind a dot, and the usual names of columns, for names', () => {
    expect(kinds('name, type, value, o.user, public.order')).toEqual([]);
  });

  it('keeps a dollar-quoted body whole', () => {
    expect(kinds('do $body$ select $1 $body$')).toEqual(['k:do', 'v:$body$ select $1 $body$']);
  });

  it.each(["select 'unfinished", '/* open', 'do $$ open', '', '"open', "a'b'c$$d", '\u{1F600} select'])(
    'gives back the text it was given: %j',
    (sql) => {
      expect(
        highlightSql(sql)
          .map(({ text }) => text)
          .join(''),
      ).toBe(sql);
    },
  );

  it('is linear on long text', () => {
    expect(measureGrowth(12_500, (size) => highlightSql("select '".repeat(size)))).toBeLessThan(LINEAR);
  });
});

describe('highlightLines', () => {
  it('cuts what goes over several lines at their ends', () => {
    expect(highlightLines('select /* a\nb */\n\n1')).toEqual([
      [
        { kind: 'k', text: 'select' },
        { kind: '', text: ' ' },
        { kind: 'c', text: '/* a' },
      ],
      [{ kind: 'c', text: 'b */' }],
      [],
      [{ kind: 'v', text: '1' }],
    ]);
  });

  it.each(['', '\n', 'a\n', '\n\na'])('has a line for each of %j', (sql) => {
    expect(highlightLines(sql)).toHaveLength(sql.split('\n').length);
  });
});
