import { expect, it } from 'vitest';
import { rememberByKey } from './remember-by-key.ts';

it('makes what is asked for once a key, and again only where it failed', async () => {
  const remember = rememberByKey<string>();
  let made = 0;
  const make = (key: string) => () => {
    made += 1;
    return made === 1 ? Promise.reject(new Error('not yet')) : Promise.resolve(`${key} ${made}`);
  };
  const [first, joined] = [remember('a', make('a')), remember('a', make('a'))];
  expect(joined).toBe(first);
  await expect(first).rejects.toThrow('not yet');
  expect(await remember('a', make('a'))).toBe('a 2');
  expect(await Promise.all([remember('a', make('a')), remember('b', make('b'))])).toEqual(['a 2', 'b 3']);
});
