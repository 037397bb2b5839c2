import { describe, expect, it } from 'vitest';
import { highlightSql } from './highlight.ts';

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
    const long = "select '".repeat(50_000);
    const before = performance.now();
    highlightSql(long);
    expect(performance.now() - before).toBeLessThan(500);
  });
});
