import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CHECK_KINDS } from '../checks/all-checks.ts';
import { SKEW_FUNCTIONS } from '../engine/build/skew-functions.ts';
import { specSchema } from '../exercise/spec.ts';
import { writeReference } from './new-reference.ts';

const guide = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'authoring.md'), 'utf8');

test('the guide says what the schemas say: npm run schemas writes it anew', () => {
  expect(writeReference(guide)).toBe(guide);
});

test('it has every key of an exercise, every kind of check and every function of a seed', () => {
  for (const key of Object.keys(specSchema.shape)) expect(guide).toContain(`| \`${key}\` |`);
  for (const kind of CHECK_KINDS) expect(guide).toContain(`### Check: ${kind}\n`);
  for (const { signature } of SKEW_FUNCTIONS) expect(guide).toContain(signature);
});
