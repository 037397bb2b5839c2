import { expect, test } from 'vitest';
import { type Device, sparesFor } from './spares.ts';

test.each<[string, Device, number]>([
  ['a laptop whose browser tells much memory', { memory: 8, touch: false }, 1],
  ['a phone whose browser tells much memory', { memory: 8, touch: true }, 1],
  ['a laptop whose browser tells little memory', { memory: 2, touch: false }, 0],
  ['a laptop whose browser tells nothing', { memory: undefined, touch: false }, 1],
  ['a phone whose browser tells nothing', { memory: undefined, touch: true }, 0],
])('%s', (_name, device, spares) => {
  expect(sparesFor(device)).toBe(spares);
});
