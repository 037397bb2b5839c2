import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CHECK_KINDS } from '../checks/all-checks.ts';
import { schemaFiles } from './json-schemas.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'schemas');

test('the schemas that editors use are those of the check: npm run schemas writes them anew', () => {
  const files = [...schemaFiles()];
  expect(readdirSync(FOLDER).sort()).toEqual(files.map(([file]) => file).sort());
  for (const [file, text] of files)
    expect(JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))).toEqual(JSON.parse(text));
});

test('they know every kind of check and describe its keys', () => {
  const text = schemaFiles().get('exercise.schema.json') ?? '';
  for (const kind of CHECK_KINDS) expect(text).toContain(`"const": "${kind}"`);
  expect(text).toContain('How a plan reads a table.');
});
