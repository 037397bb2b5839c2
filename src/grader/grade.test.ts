import { describe, expect, test } from 'vitest';
import { checkSchema } from '../checks/all-checks.ts';
import type { Evidence, IndexEvidence } from '../checks/evidence.ts';
import {
  createdIndex,
  evidenceOf,
  observation,
  planNode,
  type Seen,
  scanOf,
} from '../checks/sample-evidence.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { specSchema } from '../exercise/spec.ts';
import { hashEvidence } from './evidence-hash.ts';
import { grade } from './grade.ts';

const SEEKS = { id: 'seeks', kind: 'access', of: 'q', table: 'orders', via: 'index' };
const ROWS = { id: 'rows', kind: 'rows' };

function exercise(checks: readonly unknown[], task = 'tune'): Exercise {
  const spec = specSchema.parse({
    format: 1,
    title: 'Test',
    summary: 'An exercise for the tests of the grader.',
    module: 'indexing',
    order: 10,
    difficulty: 1,
    minutes: 5,
    concepts: ['b-tree'],
    dataset: 'shop',
    task,
    allow: task === 'rewrite' ? [] : ['create-index'],
    workload: [{ id: 'q', sql: 'select 1' }],
    checks,
  });
  return { id: 'test', spec, start: '', solution: '', also: [], wrong: [] };
}

const slow: Seen = { plan: scanOf('Seq Scan', 'orders') };
const quick: Seen = { plan: scanOf('Index Scan', 'orders', { 'Index Name': 'i' }) };

/** A submission that made the index scan: without its index the table is scanned again. */
function solved(more: Partial<Evidence> = {}): Evidence {
  const evidence = evidenceOf([slow], [quick]);
  const submission = { ...evidence.submission, indexes: [createdIndex('i', 8192)] };
  return { ...evidence, submission, counterfactual: [observation(slow)], ...more };
}

/** An index on another column. */
function other(name: string, bytes: number): IndexEvidence {
  const definition = `CREATE INDEX ${name} ON public.orders USING btree (status)`;
  return { ...createdIndex(name, bytes), definition, columns: ['status'] };
}

function report(evidence: Evidence, of = exercise([SEEKS, ROWS])) {
  return grade({ exercise: of, engine: 'test', evidence, ms: 1 });
}

function states(evidence: Evidence, of?: Exercise): string {
  return report(evidence, of)
    .checks.map(({ id, state }) => `${id} ${state}`)
    .join(', ');
}

describe('a pass', () => {
  test('needs every check', () => {
    expect(report(solved())).toMatchObject({ passed: true, findings: [], format: 1 });
    expect(states(solved())).toBe('seeks passed, rows passed, made-by-you passed, unchanged passed');
    const failing = evidenceOf([slow], [slow]);
    expect(report(failing)).toMatchObject({ passed: false });
    expect(states(failing)).toBe('seeks failed, rows passed, unchanged passed');
  });

  test('is never given for what was not run or not decided', () => {
    const time = { id: 'quick', kind: 'time', of: 'q', 'at-most-ms': 1 };
    const noisy = [{ query: 'q', startMs: 2, submissionMs: 1.2, noise: 0.5, rounds: 5 }];
    expect(report(solved(), exercise([SEEKS, time]))).toMatchObject({ passed: false });
    expect(states(solved({ times: noisy }), exercise([SEEKS, time]))).toMatch(/quick inconclusive/);
    expect(report(solved({ times: noisy }), exercise([SEEKS, time]))).toMatchObject({ passed: false });
    const unseen = { ...solved(), submission: { observations: [], indexes: [], wal: [] } };
    expect(states(unseen)).toMatch(/^seeks not-run, rows not-run/);
    expect(report(unseen).passed).toBe(false);
  });

  test('is never given to a refusal, nor to an exercise without checks', () => {
    const refusal = { kind: 'timeout', message: 'It was stopped.' } as const;
    const refused = grade({
      exercise: exercise([SEEKS]),
      engine: 'test',
      refusal,
      evidence: solved(),
      ms: 1,
    });
    expect(refused).toMatchObject({ passed: false, refusal });
    expect(refused.checks.map(({ state }) => state)).toEqual(['not-run']);
    const none = exercise([SEEKS]);
    const empty = { ...none, spec: { ...none.spec, checks: [] } };
    expect(report(solved(), empty).passed).toBe(false);
    expect(grade({ exercise: exercise([SEEKS]), engine: 'test', ms: 1 }).passed).toBe(false);
  });
});

describe('unchanged', () => {
  test('any other change fails, and is named', () => {
    const rows = { what: 'rows', object: 'orders', message: 'the rows of orders were changed' } as const;
    const other = { what: 'schema', object: 'x', message: 'x was added' } as const;
    const found = report(solved({ changes: [rows, other] }));
    expect(found.passed).toBe(false);
    expect(found.checks.at(-1)).toMatchObject({ id: 'unchanged', state: 'failed' });
    expect(found.checks.at(-1)?.message).toMatch(
      /the rows of orders were changed\. One other thing was changed too/,
    );
  });
});

describe('made by you', () => {
  test('fails where the plans are as good without what was created', () => {
    expect(states(solved({ counterfactual: [observation(quick)] }))).toMatch(/made-by-you failed/);
    expect(report(solved({ counterfactual: [observation(quick)] })).passed).toBe(false);
  });

  test('is not said to be so while no goal is met that was not met without it', () => {
    const scanned = { submission: { ...solved().submission, observations: [observation(slow)] } };
    expect(states(solved(scanned))).toBe('seeks failed, rows passed, unchanged passed');
    const quickBefore = { submission: scanned.submission, counterfactual: [observation(quick)] };
    expect(states(solved(quickBefore))).toMatch(/seeks failed.* made-by-you failed/);
    const pages = { id: 'pages', kind: 'buffers', of: 'q', 'at-most': 3 };
    expect(states(solved(), exercise([SEEKS, pages]))).toMatch(/pages failed, made-by-you passed/);
  });

  test('cannot be told where what was created could not be taken away', () => {
    const { counterfactual: _, ...evidence } = solved();
    expect(states(evidence)).toMatch(/made-by-you not-run/);
    expect(report(evidence).passed).toBe(false);
  });

  test('is not asked where nothing was created, where no check is about plans, and of a rewrite', () => {
    expect(states(evidenceOf([slow], [quick]))).not.toMatch(/made-by-you/);
    expect(states(solved(), exercise([ROWS]))).not.toMatch(/made-by-you/);
    expect(states(solved(), exercise([SEEKS, ROWS], 'rewrite'))).not.toMatch(/made-by-you/);
  });
});

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

test('checks keep their order and carry their titles', () => {
  const checks = report(solved()).checks;
  expect(checks[0]).toMatchObject({ id: 'seeks', kind: 'access', title: 'reads orders through an index' });
  expect(checkSchema.parse(SEEKS).kind).toBe('access');
});
