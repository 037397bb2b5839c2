import { describe, expect, test } from 'vitest';
import { checkSchema, judgeCheck } from './all-checks.ts';
import { evidenceOf, type Seen } from './sample-evidence.ts';
import { checkOf, hidden, verdict } from './sample-verdict.ts';

describe('buffers', () => {
  const share = { id: 'c', kind: 'buffers', of: 'q', 'at-most': '5%', than: 'start' };
  const start: readonly Seen[] = [{ pages: 1000 }, { ...hidden, pages: 400 }];

  test('a share is of the start with the same values', () => {
    expect(verdict(share, evidenceOf(start, [{ pages: 50 }, { ...hidden, pages: 20 }]))).toMatch(/^passed/);
    expect(verdict(share, evidenceOf(start, [{ pages: 51 }, { ...hidden, pages: 20 }]))).toBe(
      'failed: It reads 51 pages; the budget is 50 (5 % of the 1,000 at the start).',
    );
    expect(verdict(share, evidenceOf(start, [{ pages: 50 }, { ...hidden, pages: 21 }]))).toMatch(
      /^failed: With other values than those shown: it reads 21 pages; the budget is 20 /,
    );
    expect(verdict(share, evidenceOf([], [{ pages: 1 }]))).toMatch(/^not-run/);
  });

  test('a share is exact to the page', () => {
    const within = { ...share, 'at-most': '29%' };
    expect(verdict(within, evidenceOf([{ pages: 100 }], [{ pages: 29 }]))).toMatch(/^passed/);
    expect(verdict(within, evidenceOf([{ pages: 100 }], [{ pages: 30 }]))).toMatch(/budget is 29 /);
  });

  test('a number of pages needs no start', () => {
    const most = { id: 'c', kind: 'buffers', of: 'q', 'at-most': 22 };
    expect(judgeCheck(checkOf(most), evidenceOf(start, [{ pages: 22 }]))).toMatchObject({
      state: 'passed',
      figure: '22 of 1,000 pages',
    });
    expect(verdict(most, evidenceOf([], [{ pages: 23 }]))).toMatch(/^failed/);
  });

  test('more pages than the start reads are told beside those, and that visits count', () => {
    const more = judgeCheck(checkOf(share), evidenceOf([{ pages: 1911 }], [{ pages: 11_607 }]));
    expect(more.figure).toBe('11,607 pages, 1,911 before');
    expect(more.message).toMatch(/\. A page counts each time that it is visited\.$/);
  });

  test('a share says of what, a number must not', () => {
    expect(checkSchema.safeParse({ ...share, than: undefined }).success).toBe(false);
    expect(checkSchema.safeParse({ ...share, 'at-most': 5 }).success).toBe(false);
    expect(checkSchema.safeParse({ ...share, 'at-most': '5' }).success).toBe(false);
  });
});
