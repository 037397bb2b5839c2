import { describe, expect, test } from 'vitest';
import type { Evidence, IndexEvidence } from '../checks/evidence.ts';
import { createdIndex, evidenceOf, observation, type Seen, scanOf } from '../checks/sample-evidence.ts';
import { exercise, other, ROWS, report, SEEKS, slow, solved, states } from './sample-report.ts';

describe('nothing idle', () => {
  const two = (unique = false): Partial<Evidence> => {
    const idle = { ...other('j', 16_384), unique };
    const evidence = solved();
    const submission = { ...evidence.submission, indexes: [createdIndex('i', 8192), idle] };
    return { submission, idle: [{ kind: 'index', name: 'j', without: [] }] };
  };

  test('an index that nothing reads is in the way of a pass, and is named with its size', () => {
    const found = report(solved(two()));
    expect(found.passed).toBe(false);
    expect(found.checks.find(({ id }) => id === 'nothing-idle')).toMatchObject({
      state: 'failed',
      message: expect.stringMatching(/^j is read by no plan .* 16 kB/),
    });
  });

  test('an index that only the given writes need is not idle', () => {
    const rule = { id: 'rule', kind: 'constraint', sql: 'select 1', writes: 'delete from orders' };
    const of = exercise([SEEKS, ROWS, rule]);
    const broken = (violations: number) => [{ id: 'rule', violations, sample: [] }];
    const without = (violations: number): Partial<Evidence> => {
      const idle = two().idle?.map((one) => ({ ...one, invariants: broken(violations) })) ?? [];
      return { ...two(), idle, invariants: broken(0) };
    };
    expect(report(solved(without(1)), of).passed).toBe(true);
    expect(states(solved(without(0)), of)).toMatch(/nothing-idle failed/);
  });

  test('is not asked where every index is read, of a rewrite, or of a rule that a design keeps', () => {
    expect(states(solved())).not.toMatch(/nothing-idle/);
    expect(states(solved(two()), exercise([SEEKS, ROWS], 'rewrite'))).not.toMatch(/nothing-idle/);
    expect(states(solved(two(true)), exercise([SEEKS, ROWS], 'design'))).not.toMatch(/nothing-idle/);
    expect(states(solved(two(true)))).toMatch(/nothing-idle failed/);
  });
});

describe('a plain repetition', () => {
  const beside = (...indexes: readonly IndexEvidence[]) => {
    const { submission } = solved();
    return solved({ submission: { ...submission, indexes: [...submission.indexes, ...indexes] } });
  };
  const there = { ...createdIndex('there', 8192), created: false };

  test('of an index that is there is in the way of a pass, whichever of the two a plan reads', () => {
    const found = report(beside(there));
    expect(found.passed).toBe(false);
    expect(found.checks.find(({ id }) => id === 'nothing-idle')).toMatchObject({
      state: 'failed',
      message: expect.stringMatching(/^i repeats there, .* 8 kB .* Leave it out\.$/),
    });
    expect(states(beside({ ...there, unique: true }))).toMatch(/nothing-idle failed/);
  });

  test('is none where the other does less, is on other rows, or may not be read', () => {
    const { definition } = there;
    const partial = { ...there, definition: `${definition} WHERE (id > 5)`, predicate: '(id > 5)' };
    const carrying = { ...there, definition: `${definition} INCLUDE (status)`, included: ['status'] };
    for (const one of [partial, carrying, { ...there, valid: false }, { ...there, table: 'users' }])
      expect(states(beside(one))).not.toMatch(/nothing-idle/);
    const { submission } = solved();
    const unique = { ...submission, indexes: [{ ...createdIndex('i', 8192), unique: true }, there] };
    expect(states(solved({ submission: unique }))).not.toMatch(/nothing-idle/);
  });
});

describe('what is there for an estimate', () => {
  const CLOSE = { id: 'close', kind: 'estimate', of: 'q', within: 2 };
  const expecting = (rows: number): Seen => ({
    plan: scanOf('Index Scan', 'orders', { 'Index Name': 'i', 'Plan Rows': rows, 'Actual Rows': 100 }),
  });
  const seen = (kind: 'index' | 'statistics', without: readonly Seen[], rows = 100): Evidence => {
    const evidence = evidenceOf([slow], [expecting(rows)]);
    const indexes = [createdIndex('i', 8192), other('j', 16_384)];
    return {
      ...evidence,
      submission: { ...evidence.submission, indexes },
      counterfactual: [observation(slow)],
      idle: [{ kind, name: 'j', without: without.map(observation) }],
    };
  };
  const of = exercise([SEEKS, CLOSE, ROWS]);

  test.each(['index', 'statistics'] as const)('%s: is idle where no goal needs the estimate', (kind) => {
    expect(states(seen(kind, []), of)).toMatch(/nothing-idle failed/);
    expect(states(seen(kind, [expecting(150)]), of)).toMatch(/nothing-idle failed/);
    expect(report(seen(kind, [expecting(300)]), of)).toMatchObject({ passed: true });
  });

  test('statistics are not judged while another goal is missed, as they may only need ANALYZE', () => {
    expect(states(seen('statistics', [], 300), of)).toMatch(/^seeks passed, close failed/);
    expect(states(seen('statistics', [], 300), of)).not.toMatch(/nothing-idle/);
    const named = report(seen('statistics', []), of).checks.find(({ id }) => id === 'nothing-idle');
    expect(named?.message).toMatch(/^Without the statistics object j .* Leave it out\.$/);
    expect(named).not.toHaveProperty('figure');
  });

  test('a unique index is left alone where the exercise keeps a rule', () => {
    const evidence = seen('index', []);
    const unique = evidence.submission.indexes.map((index) => ({ ...index, unique: true }));
    const kept = { ...evidence, submission: { ...evidence.submission, indexes: unique } };
    const rule = { id: 'rule', kind: 'constraint', sql: 'select 1' };
    const held = { ...kept, invariants: [{ id: 'rule', violations: 0, sample: [] }] };
    expect(states(kept, of)).toMatch(/nothing-idle failed/);
    expect(states(held, exercise([SEEKS, ROWS, rule]))).not.toMatch(/nothing-idle/);
  });
});
