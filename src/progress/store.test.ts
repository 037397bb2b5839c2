import { describe, expect, it } from 'vitest';
import { emptyProgress, withAttempt, withDraft, withLesson } from './progress.ts';
import { openStore, type Shelf, storageKey } from './store.ts';

function makeShelf(items: Record<string, string> = {}): Shelf & { readonly items: Map<string, string> } {
  const map = new Map(Object.entries(items));
  return {
    items: map,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
}

const refusing: Shelf = {
  getItem: () => {
    throw new DOMException('denied', 'SecurityError');
  },
  setItem: () => {
    throw new DOMException('denied', 'SecurityError');
  },
  removeItem: () => undefined,
};

describe('the store', () => {
  it('writes what is changed and reads it again', () => {
    const shelf = makeShelf();
    openStore(shelf).change((p) => withAttempt(p, 'a', true, 1));
    expect(openStore(shelf).read().exercises.a?.state).toBe('passed');
    expect(openStore(shelf).notice()).toBeUndefined();
    expect(openStore(shelf).isKept()).toBe(true);
  });

  it('touches no other place on the shelf than its own', () => {
    const shelf = makeShelf({ [storageKey]: 'of somebody else', mine: 'unreadable' });
    const store = openStore(shelf, () => 7, 'mine');
    store.change((p) => withAttempt(p, 'a', true, 1));
    expect(openStore(shelf, () => 8, 'mine').read().exercises.a?.state).toBe('passed');
    expect(shelf.items.get('mine.unreadable-7')).toBe('unreadable');
    store.erase();
    expect(shelf.items.get(storageKey)).toBe('of somebody else');
    expect([...shelf.items.keys()]).toEqual([storageKey, 'mine.unreadable-7']);
  });

  it('does not lose what another tab wrote meanwhile', () => {
    const shelf = makeShelf();
    const [one, two] = [openStore(shelf), openStore(shelf)];
    one.change((p) => withAttempt(p, 'a', true, 1));
    two.change((p) => withAttempt(p, 'b', true, 2));
    expect(Object.keys(openStore(shelf).read().exercises).sort()).toEqual(['a', 'b']);
  });

  it('takes in what another tab wrote, and tells its listeners', () => {
    const shelf = makeShelf();
    const store = openStore(shelf);
    let told = 0;
    const stop = store.subscribe(() => {
      told += 1;
    });
    shelf.setItem(storageKey, JSON.stringify(withLesson(emptyProgress, 'm/l', true, 1)));
    store.catchUp();
    expect(store.read().lessons['m/l']?.read).toBe(true);
    shelf.removeItem(storageKey);
    store.catchUp();
    expect(store.read()).toEqual(emptyProgress);
    stop();
    store.catchUp();
    expect(told).toBe(2);
  });

  it.each([refusing, undefined])('works in memory and says so where storage is refused', (shelf) => {
    const store = openStore(shelf);
    store.change((p) => withAttempt(p, 'a', true, 1));
    expect(store.read().exercises.a?.state).toBe('passed');
    expect(store.notice()).toMatch(/until you leave this page\. Export/);
    expect(store.isKept()).toBe(false);
  });

  it('leaves what a newer version writes in another tab meanwhile, told of it or not', () => {
    const text = '{"format":2,"more":true}';
    for (const told of [true, false]) {
      const shelf = makeShelf();
      const store = openStore(shelf);
      shelf.setItem(storageKey, text);
      if (told) store.catchUp();
      store.change((p) => withDraft(p, 'a', { draft: 'x' }, 1));
      expect(shelf.items.get(storageKey)).toBe(text);
      expect(store.read().exercises.a?.draft).toBe('x');
      expect(store.notice()).toMatch(/newer version.* until you leave this page\. Export/);
      expect(store.isKept()).toBe(false);
    }
  });

  it('leaves unreadable progress where it is while there is no room to set it aside', () => {
    const shelf = { ...makeShelf({ [storageKey]: '{' }), setItem: refusing.setItem };
    const store = openStore(shelf);
    store.change((p) => withAttempt(p, 'a', true, 1));
    expect(shelf.items.get(storageKey)).toBe('{');
    expect(store.notice()).toMatch(/no room/);
  });

  it('says so when the storage is full, and no longer when there is room again', () => {
    const roomy = makeShelf();
    const shelf = { ...roomy, setItem: refusing.setItem };
    const store = openStore(shelf);
    expect(store.notice()).toBeUndefined();
    store.change((p) => withDraft(p, 'a', { draft: 'x' }, 1));
    expect(store.notice()).toMatch(/no room.* until you leave this page\. Export/);
    expect(store.isKept()).toBe(false);
    expect(store.read().exercises.a?.draft).toBe('x');
    shelf.setItem = roomy.setItem;
    store.change((p) => withDraft(p, 'a', { draft: 'y' }, 2));
    expect(store.notice()).toBeUndefined();
    expect(store.isKept()).toBe(true);
  });

  it.each(['{', '[]', '{"format":1}', '{"format":1,"exercises":{"a":3},"lessons":{},"predictions":{}}'])(
    'sets unreadable progress aside: %s',
    (text) => {
      const shelf = makeShelf({ [storageKey]: text });
      const store = openStore(shelf, () => 7);
      expect(store.notice()).toMatch(/set aside/);
      expect(store.isKept()).toBe(true);
      expect([...shelf.items.keys()]).toEqual([storageKey]);
      store.change((p) => withAttempt(p, 'a', true, 1));
      expect(shelf.items.get(`${storageKey}.unreadable-7`)).toBe(text);
    },
  );

  it('never overwrites what a newer version wrote', () => {
    const text = '{"format":2,"more":true}';
    const shelf = makeShelf({ [storageKey]: text });
    const store = openStore(shelf);
    store.change((p) => withAttempt(p, 'a', true, 1));
    expect(store.erase()).toBe(false);
    expect(shelf.items.get(storageKey)).toBe(text);
    expect(store.notice()).toMatch(/newer version/);
  });

  it('forgets everything when asked', () => {
    const shelf = makeShelf();
    const store = openStore(shelf);
    store.change((p) => withAttempt(p, 'a', true, 1));
    store.erase();
    expect(shelf.items.has(storageKey)).toBe(false);
    store.change((p) => withAttempt(p, 'b', true, 1));
    expect(Object.keys(store.read().exercises)).toEqual(['b']);
  });

  it('forgets everything in every tab, also in one that writes before it is told', () => {
    const shelf = makeShelf();
    const [one, two] = [openStore(shelf), openStore(shelf)];
    one.change((p) => withAttempt(p, 'a', true, 1));
    two.change((p) => withAttempt(p, 'b', true, 1));
    one.catchUp();
    one.erase();
    two.change((p) => withAttempt(p, 'c', true, 1));
    for (const store of [one, two]) {
      store.catchUp();
      expect(Object.keys(store.read().exercises)).toEqual(['c']);
    }
  });

  it('forgets everything in a page that was away while it was erased and something new was written', () => {
    const shelf = makeShelf();
    const away = openStore(shelf);
    away.change((p) => withAttempt(p, 'a', true, 1));
    openStore(shelf).erase();
    openStore(shelf).change((p) => withAttempt(p, 'b', true, 1));
    away.catchUp();
    away.change((p) => withAttempt(p, 'c', true, 1));
    expect(Object.keys(openStore(shelf).read().exercises).sort()).toEqual(['b', 'c']);
  });

  it('goes on with what an earlier version of the page wrote, in two tabs at once', () => {
    const shelf = makeShelf({ [storageKey]: JSON.stringify(withAttempt(emptyProgress, 'a', true, 1)) });
    const [one, two] = [openStore(shelf), openStore(shelf)];
    one.change((p) => withAttempt(p, 'b', true, 1));
    two.change((p) => withAttempt(p, 'c', true, 1));
    expect(Object.keys(openStore(shelf).read().exercises).sort()).toEqual(['a', 'b', 'c']);
  });

  it.each([
    ['refused', undefined],
    ['full', { ...makeShelf(), setItem: refusing.setItem }],
    ['unreadable', refusing],
  ])('does not take a storage that is %s for one that was erased', (_, shelf) => {
    const store = openStore(shelf);
    store.change((p) => withDraft(p, 'a', { draft: 'an hour of work' }, 1));
    store.catchUp();
    expect(store.read().exercises.a?.draft).toBe('an hour of work');
  });
});
