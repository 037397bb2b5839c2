import { describe, expect, it } from 'vitest';
import type { ResultSet, Run } from '../../engine/engine.ts';
import { paneAfterRun } from './pane-after-run.ts';

const result = (command: string, columns: readonly string[]): ResultSet => ({
  command,
  columns: columns.map((name) => ({ name, type: 25 })),
  rows: [],
  rowCount: 0,
  truncated: false,
  ms: 1,
});
const ok = (...results: ResultSet[]): Run => ({ kind: 'ok', results, notices: [], ms: 1 });
const ROWS = ok(result('CREATE INDEX', []), result('SELECT', ['indexname']));
const INDEX = ok(result('CREATE INDEX', []));
const plan = (chosen: boolean) => ({ name: 'plan', chosen }) as const;

describe('the pane after a run', () => {
  it('is Results where a statement returned rows, or none of them fitted', () => {
    expect(paneAfterRun(plan(true), ROWS, 'tune').name).toBe('results');
    expect(paneAfterRun({ name: 'runs', chosen: true }, ROWS, 'tune').name).toBe('results');
  });

  it('is as it was where nothing returned rows', () => {
    expect(paneAfterRun(plan(true), INDEX, 'tune')).toEqual(plan(true));
    expect(paneAfterRun(plan(false), INDEX, 'tune')).toEqual(plan(false));
  });

  it('is Results after a failure', () => {
    expect(paneAfterRun(plan(true), { kind: 'stopped', afterMs: 1 }, 'rewrite').name).toBe('results');
  });

  it('is the plan of a rewrite where the reader opened it, not where a check did', () => {
    expect(paneAfterRun(plan(true), ROWS, 'rewrite')).toEqual(plan(true));
    expect(paneAfterRun(plan(false), ROWS, 'rewrite').name).toBe('results');
  });
});
