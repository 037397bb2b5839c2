import { expect, it } from 'vitest';
import type { Run } from '../../engine/engine.ts';
import { NOTHING } from './bench-view.ts';
import { describeWait } from './describe-wait.ts';

const rows = Array.from({ length: 22 }, (_, at) => [String(at)]);
const result = {
  command: 'SELECT',
  columns: [{ name: 'id', type: 23 }],
  rows,
  rowCount: 22,
  truncated: false,
  ms: 3.8,
};
const ran: Run = { kind: 'ok', results: [result], notices: [], ms: 3.8 };
const after = (run: Run) => describeWait({ ...NOTHING, output: { kind: 'run', sql: '', run } }, 'answer', '');

it('a screen reader is told how many rows there are, and the page says nothing beside the table', () => {
  expect(after(ran)).toEqual({ text: '', spoken: '22 rows, 3.8 ms' });
  expect(after({ ...ran, results: [] })).toEqual({ text: '', spoken: 'Nothing to run' });
});

it('an error speaks for itself', () => {
  const error = { message: 'syntax error', severity: 'ERROR', sqlstate: '42601' };
  expect(after({ kind: 'sql-error', error, at: 0, results: [], notices: [], ms: 1 })).toBeUndefined();
});

it('the steps of a check and the megabytes of a download are seen and not spoken', () => {
  const checking = describeWait(
    { ...NOTHING, phase: 'checking', opened: true, step: 'observing' },
    'answer',
    '',
  );
  expect(checking).toEqual({ text: 'Observing the workload', spoken: 'Checking' });
  const progress = { phase: 'downloading', done: 1_200_000, total: 9_000_000 } as const;
  const fetching = describeWait({ ...NOTHING, phase: 'running', progress }, 'answer', '');
  expect(fetching?.text).toMatch(/1\.2 of 9\.0 MB/);
  expect(fetching?.spoken).toBe('Fetching PostgreSQL and the data');
});

it('once the results are there, it is the plans that are waited for, and whoever listens waits on', () => {
  const view = {
    ...NOTHING,
    opened: true,
    output: { kind: 'run', sql: '', run: { ...ran, results: [] } },
  } as const;
  expect(describeWait({ ...view, phase: 'planning' }, 'answer', '')).toEqual({
    text: 'Making the plans',
    spoken: 'Running',
  });
});
