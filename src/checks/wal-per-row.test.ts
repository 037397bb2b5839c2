import { describe, expect, test } from 'vitest';
import { evidenceOf } from './sample-evidence.ts';
import { verdict } from './sample-verdict.ts';

describe('wal-per-row', () => {
  const evidence = evidenceOf([], [], {
    start: { observations: [], indexes: [], wal: [{ table: 'orders', bytesPerRow: 100 }] },
    submission: { observations: [], indexes: [], wal: [{ table: 'orders', bytesPerRow: 140 }] },
  });

  test('WAL of an insert', () => {
    const written = { id: 'c', kind: 'wal-per-row', table: 'orders' };
    expect(verdict({ ...written, 'at-most': '+40%' }, evidence)).toMatch(
      /^passed: .*40 % more than the 100 before/,
    );
    expect(verdict({ ...written, 'at-most': '+39%' }, evidence)).toMatch(/^failed/);
    expect(verdict({ ...written, 'at-most': '-1%' }, evidence)).toMatch(
      /^failed: .* writes 140 bytes .*; the budget is 1 % less \(99 bytes\)\.$/,
    );
    expect(verdict({ ...written, 'at-most': '+39%' }, evidence)).toMatch(/is 39 % more \(139 bytes\)\.$/);
    expect(verdict({ ...written, table: 'users', 'at-most': '+1%' }, evidence)).toMatch(/^not-run/);
  });

  test('what reaches a budget to the byte meets it', () => {
    const wal = (bytesPerRow: number) => [{ table: 'orders', bytesPerRow }];
    const grown = (after: number) =>
      verdict(
        { id: 'c', kind: 'wal-per-row', table: 'orders', 'at-most': '+15%' },
        evidenceOf([], [], {
          start: { observations: [], indexes: [], wal: wal(100) },
          submission: { observations: [], indexes: [], wal: wal(after) },
        }),
      );
    expect(grown(115)).toMatch(/^passed/);
    expect(grown(116)).toMatch(/^failed: .* writes 116 bytes .*\(115 bytes\)\.$/);
  });
});
