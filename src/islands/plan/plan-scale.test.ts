import { expect, it } from 'vitest';
import { recordedPlan } from '../../plan/corpus/read-corpus.ts';
import { linearScale, logScale, scalesOf } from './plan-scale.ts';

it('a bar is a share of the whole, and never longer than its track', () => {
  expect([0, 5, 10, 20].map(linearScale(10))).toEqual([0, 0.5, 1, 1]);
  expect(linearScale(0)(3)).toBe(0);
});

it('a logarithmic bar is nothing at its least and whole at its most', () => {
  const scale = logScale(1, 1000);
  expect([0, 1, 1000].map(scale)).toEqual([0, 0, 1]);
  expect(scale(10)).toBeCloseTo(1 / 3);
});

it('what it costs is drawn on one scale for two plans, as large as it is; rows are logarithmic', () => {
  const plans = [recordedPlan('seq-scan-filter'), recordedPlan('bitmap-heap-scan')];
  const { pages, rows } = scalesOf(plans);
  expect(pages(267)).toBe(1);
  expect(pages(12)).toBeCloseTo(12 / 267);
  expect(rows(1) * 10_000).toBeGreaterThan(rows(10_000));
});
