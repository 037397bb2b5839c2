import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openTestEngine } from '../../engine/test-engine.ts';
import { recordPlacement } from './record.ts';

const FILE = new URL('./plans.json', import.meta.url);

it('shows the plans that the engine makes: RECORD=1 writes them anew', async () => {
  const engine = await openTestEngine();
  const recorded = await recordPlacement(engine);
  await engine.dispose();
  if (process.env.RECORD) writeFileSync(FILE, `${JSON.stringify(recorded, null, 2)}\n`);
  expect(JSON.parse(readFileSync(FILE, 'utf8'))).toEqual(recorded);
});
