import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { schemaFiles } from '../authoring/json-schemas.ts';
import { readComponentProps } from './check-load.ts';
import { EXIT, runCommand } from './exit.ts';
import { writeReference } from './new-reference.ts';

/**
 * `npm run schemas`: writes `schemas/*.schema.json` for editors and the generated parts of the guide, from the schemas
 * that the check uses.
 */
await runCommand(async () => {
  const root = join(import.meta.dirname, '..', '..');
  for (const [file, text] of schemaFiles()) {
    await writeFile(join(root, 'schemas', file), text);
    console.log(`schemas/${file}`);
  }
  // The files are kept as every other file of the project is.
  spawnSync(join(root, 'node_modules', '.bin', 'biome'), ['format', '--write', 'schemas'], { cwd: root });
  const guide = join(root, 'docs', 'authoring.md');
  await writeFile(guide, writeReference(await readFile(guide, 'utf8'), await readComponentProps()));
  console.log('docs/authoring.md');
  return EXIT.ok;
});
