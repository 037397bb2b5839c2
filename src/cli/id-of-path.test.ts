import { expect, it } from 'vitest';
import { idOfPath } from './id-of-path.ts';
import { findPlaces } from './places.ts';

it.each([
  ['content/indexing/equality.mdx', 'indexing/equality'],
  ['./content/indexing/equality.mdx', 'indexing/equality'],
  ['exercises/pending-orders', 'pending-orders'],
  ['exercises/pending-orders/', 'pending-orders'],
  ['exercises/pending-orders/wrong/plain.sql', 'pending-orders'],
  ['indexing/equality', 'indexing/equality'],
  ['pending-orders', 'pending-orders'],
  ['content', 'content'],
])('%s is about %s', (named, id) => {
  expect(idOfPath(findPlaces(), named)).toBe(id);
});
