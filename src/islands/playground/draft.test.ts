import { expect, test } from 'vitest';
import { type DraftShelf, draftKey, loadDraft, saveDraft } from './draft.ts';

const draft = { dataset: 'shop', text: 'select 1;' };

function shelf(setItem: (held: Map<string, string>, key: string, value: string) => void): DraftShelf {
  const held = new Map<string, string>();
  return { getItem: (key) => held.get(key) ?? null, setItem: (key, value) => setItem(held, key, value) };
}

test('a draft that is kept comes back', () => {
  const open = shelf((held, key, value) => held.set(key, value));
  expect(saveDraft(draft, open)).toBeUndefined();
  expect(open.getItem(draftKey)).not.toBeNull();
  expect(loadDraft(open)).toEqual(draft);
});

test('a browser without room is told from one that keeps nothing', () => {
  const full = shelf(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect(saveDraft(draft, full)).toMatch(/no room left/);
  expect(loadDraft(full)).toBeUndefined();
  expect(saveDraft(draft)).toMatch(/does not let the page keep anything/);
});
