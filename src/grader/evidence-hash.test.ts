import { describe, expect, test } from 'vitest';
import type { Evidence } from '../checks/evidence.ts';
import { evidenceOf, planNode } from '../checks/sample-evidence.ts';
import { hashEvidence } from './evidence-hash.ts';
import { quick, report, slow, solved } from './sample-report.ts';

describe('the evidence hash', () => {
  const timed = (ms: number, hit: number, read: number): Evidence =>
    evidenceOf(
      [],
      [
        {
          plan: planNode('Sort', {
            pages: hit,
            'Shared Read Blocks': read,
            'Actual Total Time': ms,
            'Actual Startup Time': ms,
          }),
        },
      ],
      {
        times: [{ query: 'q', startMs: ms, submissionMs: ms, noise: 0, rounds: 5 }],
      },
    );

  test('leaves out clocks and what the cache held', () => {
    expect(hashEvidence(timed(1, 4, 0))).toBe(hashEvidence(timed(99, 1, 3)));
    expect(report(solved()).evidenceHash).toMatch(/^[0-9a-f]{32}$/);
  });

  test('tells plans, pages, rows, indexes and changes apart', () => {
    const rows = { what: 'rows', object: 'orders', message: 'x' } as const;
    const some = [
      timed(1, 4, 0),
      timed(1, 5, 0),
      evidenceOf([slow], [quick]),
      evidenceOf([quick], [slow]),
      evidenceOf([slow], [{ ...quick, rows: [['1', 'b']] }]),
      solved(),
      solved({ changes: [rows] }),
    ];
    expect(new Set(some.map(hashEvidence)).size).toBe(some.length);
  });

  test('does not depend on the order of keys', () => {
    const evidence = solved();
    const turned: Evidence = {
      ...evidence,
      start: { wal: evidence.start.wal, indexes: [], observations: evidence.start.observations },
    };
    expect(hashEvidence(turned)).toBe(hashEvidence(evidence));
  });
});
