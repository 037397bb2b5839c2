import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { ResultSet } from '../../engine/engine.ts';
import { countRowsAtOnce } from './count-rows.ts';
import { describeCut, describeResult, readPlanText, showDuration } from './describe-result.ts';
import { locateError } from './locate-error.ts';
import { ResultsTable } from './results-table.tsx';
import { writeDelimited } from './write-delimited.ts';

const result = (part: Partial<ResultSet>): ResultSet => ({
  command: 'SELECT',
  columns: [{ name: 'id', type: 23 }],
  rows: [],
  rowCount: 0,
  truncated: false,
  ms: 1,
  ...part,
});

describe('writeDelimited', () => {
  const odd = {
    columns: [
      { name: 'a', type: 25 },
      { name: 'a', type: 25 },
    ],
    rows: [
      ['x,y', 'say "hi"'],
      [null, ''],
      ['two\nlines', 'tab\there'],
    ],
  };

  it('quotes what CSV must quote, tells NULL from empty, keeps duplicate names', () => {
    expect(writeDelimited(odd, 'csv')).toBe('a,a\r\n"x,y","say ""hi"""\r\n,""\r\n"two\nlines",tab\there\r\n');
  });

  it('keeps TSV to one line a row', () => {
    expect(writeDelimited(odd, 'tsv')).toBe('a\ta\nx,y\tsay "hi"\n\t\ntwo lines\ttab here\n');
  });
});

describe('locateError', () => {
  it('cuts the line at the word', () => {
    expect(locateError('select 1;\nselct 2', 10)).toEqual({
      line: 2,
      column: 1,
      before: '',
      at: 'selct',
      after: ' 2',
    });
  });

  it('takes the end of the text', () => {
    expect(locateError('select (', 8)).toEqual({ line: 1, column: 9, before: 'select (', at: '', after: '' });
  });

  it('keeps letters beyond ASCII whole', () => {
    expect(locateError('select größe, 1', 7)?.at).toBe('größe');
    expect(locateError('select \u{1F600}', 7)?.at).toBe('\u{1F600}');
  });

  it('cuts what stands far from the place out of a long line', () => {
    const sql = `${'x'.repeat(1_000_000)} nope ${'y'.repeat(1_000_000)}`;
    const place = locateError(sql, 1_000_001);
    expect(place).toMatchObject({ line: 1, column: 1_000_002, at: 'nope' });
    expect(place?.before).toMatch(/^…x{100,300} $/);
    expect(place?.after).toMatch(/^ y{100,300}…$/);
    expect(locateError(`'${'x'.repeat(1_000_000)}`, 0)?.at).toMatch(/^'x{100,300}…$/);
  });

  it.each([undefined, -1, 99])('knows nothing of a place at %s', (position) => {
    expect(locateError('select', position)).toBeUndefined();
  });
});

describe('how many rows are put on the page at once', () => {
  it.each([
    [3, 1, 100],
    [200, 1, 50],
    [1_600, 1, 6],
    [3, 50, 66],
    [1_600, 50, 1],
    [0, 1, 100],
  ])('%i columns, %i results: %i', (columns, results, rows) => {
    expect(countRowsAtOnce(columns, results)).toBe(rows);
  });
});

describe('what is said of a result', () => {
  it.each([
    [result({ rowCount: 1 }), '1 row'],
    [result({ columns: [], command: 'CREATE INDEX' }), 'CREATE INDEX'],
    [result({ columns: [], command: 'INSERT', rowCount: 2000 }), 'INSERT, 2,000 rows'],
    [result({ columns: [], command: 'SELECT', rowCount: 3 }), 'SELECT, 3 rows'],
  ])('describes it: %#', (set, words) => {
    expect(describeResult(set)).toBe(words);
  });

  it('says what is left out', () => {
    expect(describeCut(result({ rows: [['1']], rowCount: 2_000_000, truncated: true }))).toMatch(
      /^The first 1 of 2,000,000 rows/,
    );
    expect(describeCut(result({ rows: [['1']], rowCount: 1, truncated: true }))).toMatch(/cut short/);
    expect(describeCut(result({ rows: [['1']], rowCount: 1 }))).toBeUndefined();
  });

  it('knows a plan in text', () => {
    const named = { columns: [{ name: 'QUERY PLAN', type: 25 }], rows: [['Seq Scan'], ['  Filter']] };
    const plan = result({ ...named, command: 'EXPLAIN' });
    expect(readPlanText(plan)).toBe('Seq Scan\n  Filter');
    const drawn = renderToStaticMarkup(createElement(ResultsTable, { results: [plan] }));
    expect(drawn, 'what scrolls is reached by keyboard').toContain('<pre class="pw-plan-text" tabindex="0">');
    expect(readPlanText(result({ ...named, command: 'SELECT' })), 'a column of that name').toBeUndefined();
    expect(readPlanText(result({}))).toBeUndefined();
  });

  it('shows durations with three digits or so', () => {
    expect([0.421, 12.34, 154.6, 1520].map(showDuration)).toEqual(['0.42 ms', '12.3 ms', '155 ms', '1.52 s']);
  });
});
