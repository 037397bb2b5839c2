import { expect, it } from 'vitest';
import { byIndex, run, seq } from './sample-plans.ts';
import { type Case, find, shipped } from './sample-recognition.ts';

const found = (sample: Case) => find(sample).map(({ misconception }) => misconception);

const mistakes: readonly (readonly [string, Case])[] = [
  [
    'type-mismatch',
    {
      task: 'rewrite',
      seen: [run(byIndex('orders_pkey', { Filter: "((orders.id)::numeric = '7'::numeric)" }), 4)],
    },
  ],
  [
    'function-on-column',
    {
      task: 'rewrite',
      seen: [run(seq("(lower(orders.email) = 'a'::text)"))],
      before: [shipped('i', 'email')],
    },
  ],
];

it.each(mistakes)('%s is no advice for an answer that reads as it should', (id, sample) => {
  expect(found({ ...sample, fails: ['rows', 'buffers'] })).toContain(id);
  expect(found({ ...sample, fails: ['rows'] })).not.toContain(id);
});

it('not-in-null is not said where rows passed: there was no NULL in the list', () => {
  const seen = run(seq('(NOT (ANY (a.name = (hashed SubPlan 1).col1)))'));
  const asked: Case = { task: 'rewrite', fails: ['rows'], seen: [seen] };
  expect(found(asked)).not.toContain('not-in-null');
  expect(found({ ...asked, seen: [{ ...seen, rows: [] }] })).toContain('not-in-null');
});
