import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CHECK_KINDS } from '../checks/all-checks.ts';
import { SKEW_FUNCTIONS } from '../engine/build/skew-functions.ts';
import { specSchema } from '../exercise/spec.ts';
import { allMisconceptions } from '../grader/misconceptions/all-misconceptions.ts';
import { glossary } from '../lesson/glossary.ts';
import { vocabulary } from '../lesson/vocabulary.ts';
import { readComponentProps } from './check-load.ts';
import { writeReference } from './new-reference.ts';

const guide = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'authoring.md'), 'utf8');

test('the guide says what the schemas say: npm run schemas writes it anew', async () => {
  expect(writeReference(guide, await readComponentProps())).toBe(guide);
});

test('it has every mistake with a name, every term, and how long a text may be', () => {
  for (const { id } of allMisconceptions) expect(guide).toContain(`| \`${id}\` |`);
  for (const term of Object.keys(glossary)) expect(guide).toContain(`\`${term}\``);
  expect(guide).toContain('| `summary` | yes | text of 10 to 160 letters |');
  expect(guide).toContain('| `at-most` | yes | a size, such as 8 MB (bytes, kB, MB or GB) |');
  expect(guide).toContain('| `outcomes` | yes | a list of at most 5: text |');
});

test('it has every component of the lesson vocabulary', () => {
  for (const name of vocabulary) expect(guide).toContain(`| \`<${name}>\` |`);
});

test('it has every key of an exercise, every kind of check and every function of a seed', () => {
  for (const key of Object.keys(specSchema.shape)) expect(guide).toContain(`| \`${key}\` |`);
  for (const kind of CHECK_KINDS) expect(guide).toContain(`### Check: ${kind}\n`);
  for (const { signature } of SKEW_FUNCTIONS) expect(guide).toContain(signature);
});
