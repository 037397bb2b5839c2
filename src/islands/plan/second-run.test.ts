import { expect, it } from 'vitest';
import { recordedPlan } from '../../plan/corpus/read-corpus.ts';
import type { Plan } from '../../plan/plan.ts';
import { sayOfSecondRun } from './second-run.ts';

const taking = (plan: Plan, executionMs: number): Plan => ({ ...plan, executionMs });

it('says of a write that its plan is of other rows', () => {
  expect(sayOfSecondRun(taking(recordedPlan('update-join'), 1), 1)).toContain('as the first one left them');
});

it('says why a plan took notably longer than the answer', () => {
  const plan = recordedPlan('seq-scan-filter');
  expect(sayOfSecondRun(taking(plan, 30), 10)).toContain('each step was timed');
  expect(sayOfSecondRun(taking(plan, 12), 10)).toBeUndefined();
  expect(sayOfSecondRun(taking(plan, 3), 1)).toBeUndefined();
  expect(sayOfSecondRun(taking(plan, 30), undefined)).toBeUndefined();
});
