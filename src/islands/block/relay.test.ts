import { expect, it } from 'vitest';
import { makeRelay } from './relay.ts';

it('tells a block that comes later what was said before it came, and then what is said', () => {
  const opened = makeRelay(false);
  const heard: Record<'early' | 'late', boolean[]> = { early: [], late: [] };
  opened.watch((now) => heard.early.push(now));
  opened.say(true);
  opened.watch((now) => heard.late.push(now));
  opened.say(false);
  expect(heard).toEqual({ early: [false, true, false], late: [true, false] });
});
