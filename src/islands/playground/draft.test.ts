import { expect, test } from 'vitest';
import { type DraftShelf, draftKey, loadDrafts, saveDrafts } from './draft.ts';

const drafts = [
  { id: 'a', dataset: 'shop', text: 'select 1;' },
  { id: 'b', dataset: 'saas', text: 'select 2;' },
];

function shelf(setItem: (held: Map<string, string>, key: string, value: string) => void): DraftShelf {
  const held = new Map<string, string>();
  return { getItem: (key) => held.get(key) ?? null, setItem: (key, value) => setItem(held, key, value) };
}

test('drafts that are kept come back', () => {
  const open = shelf((held, key, value) => held.set(key, value));
  expect(saveDrafts(drafts, open)).toBeUndefined();
  expect(loadDrafts(open)).toEqual(drafts);
});

test('the one draft of an earlier version is read, and what is no draft is left out', () => {
  const open = shelf((held, key, value) => held.set(key, value));
  open.setItem(draftKey, '{"format":1,"dataset":"shop","text":"select 1;"}');
  expect(loadDrafts(open)).toEqual([{ id: 'first', dataset: 'shop', text: 'select 1;' }]);
  open.setItem(draftKey, '{"format":1,"dataset":"shop","text":"x","others":[3,{"id":"b","text":"y"}]}');
  expect(loadDrafts(open)).toEqual([{ id: 'first', dataset: 'shop', text: 'x' }]);
  open.setItem(draftKey, '{');
  expect(loadDrafts(open)).toEqual([]);
});

test('a browser without room is told from one that keeps nothing', () => {
  const full = shelf(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect(saveDrafts(drafts, full)).toMatch(/no room left.*until you leave this page\. Save it as a file/);
  expect(loadDrafts(full)).toEqual([]);
  expect(saveDrafts(drafts)).toMatch(/does not let the page keep anything.*until you leave this page/);
});
