import { describe, expect, test } from 'vitest';
import { evidenceOf, observation } from './sample-evidence.ts';
import { hidden, verdict } from './sample-verdict.ts';

describe('rows', () => {
  const written = { id: 'c', kind: 'rows' };
  const two = [
    ['1', 'a'],
    ['2', 'b'],
  ];

  test('tune: the rows of the start in any order, for every value', () => {
    expect(verdict(written, evidenceOf([{ rows: two }], [{ rows: two.toReversed() }]))).toMatch(/^passed/);
    expect(
      verdict({ ...written, ordered: true }, evidenceOf([{ rows: two }], [{ rows: two.toReversed() }])),
    ).toMatch(/^failed/);
    expect(verdict(written, evidenceOf([{ rows: two }, { ...hidden }], [{ rows: two }]))).toMatch(/^not-run/);
    expect(verdict(written, evidenceOf([], []))).toMatch(/^not-run/);
  });

  test('rewrite: the reference in its order, on every variant', () => {
    const reference = [{ rows: two }, { rows: two, variant: 'all-ties' }].map(observation);
    const seen = [{ rows: two }, { rows: two.toReversed(), variant: 'all-ties' }];
    expect(verdict(written, evidenceOf([], seen, { reference }))).toMatch(
      /^failed: On other data \(all ties\): The rows are the right ones/,
    );
    expect(verdict(written, evidenceOf([], seen, { reference, referenceOrdered: false }))).toMatch(
      /^passed: All 2/,
    );
    expect(verdict(written, evidenceOf([], seen.slice(0, 1), { reference }))).toMatch(/^not-run/);
  });

  test('an order that nobody asked for is luck, where there is more than one row to be in it', () => {
    const judged = (rows: typeof two, more: Readonly<Record<string, unknown>>) =>
      verdict(written, evidenceOf([], [{ rows }], { reference: [observation({ rows })], ...more }));
    expect(judged(two, { submissionOrdered: false })).toMatch(
      /^failed: The rows came in the order that is asked for, but the query does not ask for it/,
    );
    expect(judged(two, { submissionOrdered: true })).toMatch(/^passed/);
    expect(judged(two.slice(1), { submissionOrdered: false })).toMatch(/^passed/);
    expect(judged(two, { submissionOrdered: false, referenceOrdered: false })).toMatch(/^passed/);
  });

  test('no verdict is given where a result is too large to be compared', () => {
    const large = { rows: two, keptOf: 200_000 };
    const larger = { ...large, ...hidden };
    expect(verdict(written, evidenceOf([large], [large]))).toBe(
      'not-run: The result (200,000 rows) is too large to be compared to its end. That is a mistake of the exercise, and none of yours.',
    );
    expect(verdict(written, evidenceOf([{}, larger], [{}, larger]))).toBe(
      'not-run: With other values than those shown: the result is too large to be compared to its end. That is a mistake of the exercise, and none of yours.',
    );
    expect(verdict(written, evidenceOf([{}], [{ keptOf: 1 }]))).toBe(
      'not-run: The result (1 row) is too large to be compared to its end.',
    );
    expect(verdict(written, evidenceOf([large, { ...hidden }], [large, { ...hidden, rows: [] }]))).toMatch(
      /^failed: /,
    );
  });

  test('rows of hidden values are not told', () => {
    const message = verdict(
      written,
      evidenceOf([{ ...hidden, rows: two }], [{ ...hidden, rows: [['secret', 'b']] }]),
    );
    expect(message).toBe(
      'failed: With other values than those shown: the result has another number of rows than it should.',
    );
  });
});
