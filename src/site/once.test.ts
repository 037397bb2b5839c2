import { afterEach, expect, it, vi } from 'vitest';
import { onceInBuild } from './once.ts';

afterEach(() => vi.unstubAllEnvs());

/** What three readings of two things give, where each reading has a number. */
async function readings(): Promise<readonly string[]> {
  let count = 0;
  const read = onceInBuild(async (key) => {
    count += 1;
    return `${key}${count}`;
  });
  return [await read('a'), await read('a'), await read('b')];
}

it('reads each thing once in a build, and each time while an author writes', async () => {
  vi.stubEnv('DEV', false);
  expect(await readings()).toEqual(['a1', 'a1', 'b2']);
  vi.stubEnv('DEV', true);
  expect(await readings()).toEqual(['a1', 'a2', 'b3']);
});
