import { describe, expect, test } from 'vitest';
import { planNode, scanOf } from './sample-evidence.ts';
import { onPlans } from './sample-verdict.ts';

describe('sort', () => {
  const sorted = (type: string) =>
    planNode('Sort', {
      'Sort Key': ['id'],
      'Sort Method': 'x',
      'Sort Space Used': 9,
      'Sort Space Type': type,
    });

  test('none at all, or none on disk', () => {
    expect(onPlans({ kind: 'sort', allow: 'none' }, { plan: scanOf('Index Scan', 'orders') })).toMatch(
      /^passed/,
    );
    expect(onPlans({ kind: 'sort', allow: 'none' }, { plan: sorted('Memory') })).toBe(
      'failed: The plan sorts 5 rows by id, in memory (Sort).',
    );
    expect(onPlans({ kind: 'sort', allow: 'memory' }, { plan: sorted('Memory') })).toMatch(/^passed/);
    expect(onPlans({ kind: 'sort', allow: 'memory' }, { plan: sorted('Disk') })).toMatch(
      /^failed: .*on disk/,
    );
    expect(onPlans({ kind: 'sort', allow: 'none' }, { plan: planNode('Incremental Sort') })).toMatch(
      /^failed/,
    );
  });
});
