import { describe, expect, it } from 'vitest';
import type { ResultSet, Run } from '../../engine/engine.ts';
import { recordedPlan } from '../../plan/corpus/read-corpus.ts';
import { printText } from '../../plan/print-text.ts';
import { describeOutcome, headOf } from '../runs/outcome.ts';
import { addEntry, type Entry, endAll, writeScript } from './history.ts';
import { keepPastRuns, readPastRuns } from './past-runs.ts';
import { looksLikePlan, readPasted } from './pasted-plan.ts';

const result: ResultSet = {
  command: 'SELECT',
  columns: [{ name: 'a', type: 23 }],
  rows: [['1']],
  rowCount: 1,
  truncated: false,
  ms: 2,
};
const entry = (id: number, sql: string, run: Run): Entry => ({
  id,
  at: new Date(Date.UTC(2026, 0, 2, 3, 4, id)),
  dataset: 'shop',
  sql,
  outcome: { kind: 'run', run },
  plan: undefined,
  standing: true,
});
const okay = (id: number, sql = `select ${id}`): Entry =>
  entry(id, sql, { kind: 'ok', results: [result], notices: [], ms: 2 });

describe('the history', () => {
  it('has the newest run first, lets old rows go and keeps the texts', () => {
    let history: readonly Entry[] = [];
    for (let id = 1; id <= 120; id += 1) history = addEntry(history, okay(id));
    expect(history).toHaveLength(100);
    expect(history[0]?.id).toBe(120);
    const rows = history.map(({ outcome }) =>
      outcome.kind === 'run' && outcome.run.kind === 'ok' ? outcome.run.results[0]?.rows.length : -1,
    );
    expect(rows.slice(0, 12)).toEqual(Array(12).fill(1));
    expect(new Set(rows.slice(12))).toEqual(new Set([0]));
    expect(history.at(-1)?.sql).toBe('select 21');
  });

  it('says what came of a run', () => {
    expect(describeOutcome(okay(1).outcome)).toBe('1 row, 2.0 ms');
    expect(describeOutcome({ kind: 'run', run: { kind: 'stopped', afterMs: 5 } })).toBe('stopped');
    expect(headOf('-- first\n\n  select 1\nfrom t')).toBe('select 1');
  });

  it('is there with its texts when the page was loaded anew, newest first, as far as there is room', () => {
    const kept = new Map<string, string>();
    const tab = { getItem: (key: string) => kept.get(key) ?? null, setItem: kept.set.bind(kept) };
    expect(readPastRuns(tab)).toEqual([]);
    keepPastRuns([okay(2), okay(1)], [{ sql: 'select 0', note: 'earlier' }], tab);
    const past = readPastRuns(tab);
    expect(past.map(({ sql }) => sql)).toEqual(['select 2', 'select 1', 'select 0']);
    expect(past[0]?.note).toMatch(/shop: 1 row, 2\.0 ms\. Its database is gone$/);
    keepPastRuns([okay(3), okay(4, 'x'.repeat(300_000))], past, tab);
    expect(readPastRuns(tab).map(({ sql }) => sql)).toEqual(['select 3']);
    kept.set([...kept.keys()][0] ?? '', '[{"sql": 1}, null, {"sql": "select 5", "note": ""}]');
    expect(readPastRuns(tab)).toEqual([{ sql: 'select 5', note: '' }]);
  });

  it('writes what stands as a script, oldest first', () => {
    const gone = endAll([okay(1, 'drop table orders')]);
    const script = writeScript(
      [okay(3, 'table b'), okay(2, 'create table b (c int); -- done'), ...gone],
      'shop',
    );
    expect(script).toBe(
      `-- PostgreSQL 18, dataset shop, 2 runs

-- 2026-01-02 03:04:02: 1 row, 2.0 ms
create table b (c int); -- done

-- 2026-01-02 03:04:03: 1 row, 2.0 ms
table b
;
`,
    );
  });
});

it('ends a statement in the script whose last remark ends with a semicolon, so that the next one stands alone', () => {
  const script = writeScript([okay(2, 'select 2'), okay(1, 'select 1 -- the first;')], 'shop');
  expect(script).toContain('select 1 -- the first;\n;\n');
});

describe('a pasted plan', () => {
  const plan = recordedPlan('index-scan');
  const json = JSON.stringify([plan.source]);
  const text = printText(plan);

  it('is read in both forms and told from SQL', () => {
    for (const form of [json, text, `QUERY PLAN\n${text}`]) {
      expect(readPasted(form)).toMatchObject({ kind: 'plan', plan: { root: { kind: 'Index Scan' } } });
      expect(looksLikePlan(form)).toBe(true);
    }
  });

  it.each([
    'select 1',
    'select id from items where (cost=5)',
    '-- (cost=1\nselect 2',
    'select \'[{"Plan": 1}]\'',
    '',
    'explain select * from t',
  ])('is not %s', (sql) => expect(looksLikePlan(sql)).toBe(false));

  it('is refused with a reason', () => {
    expect(readPasted('hello')).toMatchObject({ kind: 'refused' });
    expect(readPasted(`${json}${' '.repeat(5_000_000)}`)).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('5.0 million'),
    });
    const wide = { Plan: { 'Node Type': 'Append', Plans: Array(2_000).fill({ 'Node Type': 'Result' }) } };
    expect(readPasted(JSON.stringify([wide]))).toMatchObject({
      message: expect.stringContaining('2,001 nodes'),
    });
    expect(readPasted('  ')).toEqual({ kind: 'empty' });
  });
});
