import { describe, expect, test } from 'vitest';
import { checkSchema } from '../checks/all-checks.ts';
import { evidenceOf, observation } from '../checks/sample-evidence.ts';
import { grade } from './grade.ts';
import { exercise, quick, ROWS, report, SEEKS, slow, solved, states } from './sample-report.ts';

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

test('checks keep their order and carry their titles', () => {
  const checks = report(solved()).checks;
  expect(checks[0]).toMatchObject({ id: 'seeks', kind: 'access', title: 'reads orders through an index' });
  expect(checkSchema.parse(SEEKS).kind).toBe('access');
});
