import { describe, expect, it } from 'vitest';
import { importProgress, writeProgressFile } from './file.ts';
import { mergeProgress } from './merge.ts';
import {
  emptyProgress,
  parseProgress,
  withAttempt,
  withDraft,
  withHints,
  withLesson,
  withPrediction,
} from './progress.ts';
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

describe('progress', () => {
  it('stays passed after a later failure, and counts tries', () => {
    const passed = withAttempt(withAttempt(emptyProgress, 'a', false, 1), 'a', true, 2);
    expect(withAttempt(passed, 'a', false, 3).exercises.a).toEqual({
      state: 'passed',
      tries: 3,
      passedAt: 2,
    });
  });

  it('keeps a draft when an attempt is recorded, and the other way round', () => {
    const before = withDraft(emptyProgress, 'a', { draft: 'select 1' }, 1);
    const after = withDraft(withAttempt(before, 'a', true, 2), 'a', { scratch: '-- x' }, 3);
    expect(after.exercises.a).toMatchObject({ draft: 'select 1', scratch: '-- x', state: 'passed' });
  });

  it('merges the answer and the scratch text apart, each by its own time', () => {
    const answer = withDraft(emptyProgress, 'x', { draft: 'an hour of work' }, 5);
    const scratch = withDraft(
      withDraft(emptyProgress, 'x', { draft: 'start' }, 1),
      'x',
      { scratch: '-- y' },
      9,
    );
    const merged = mergeProgress(answer, scratch);
    expect(merged).toEqual(mergeProgress(scratch, answer));
    expect(merged.exercises.x).toMatchObject({
      draft: 'an hour of work',
      draftAt: 5,
      scratch: '-- y',
      scratchAt: 9,
    });
  });

  it('keeps open what hints were opened, whichever way it is merged', () => {
    const [two, one] = [withHints(emptyProgress, 'x', 2), withHints(emptyProgress, 'x', 1)];
    expect(mergeProgress(two, one)).toEqual(mergeProgress(one, two));
    expect(mergeProgress(one, two).exercises.x).toEqual({ state: 'open', tries: 0, hints: 2 });
  });

  it('reads a scratch text of before the two were kept apart', () => {
    const old = { state: 'open', tries: 0, draft: 'a', scratch: '-- old', draftAt: 4 } as const;
    const merged = mergeProgress(
      { ...emptyProgress, exercises: { x: old } },
      withDraft(emptyProgress, 'x', { scratch: '-- new' }, 3),
    );
    expect(merged.exercises.x).toMatchObject({ draft: 'a', scratch: '-- old' });
  });

  it('lets the later text win, also over one of a clock that was ahead', () => {
    const ahead = withDraft(emptyProgress, 'x', { draft: 'old', scratch: '-- old' }, 9e12);
    const later = withDraft(ahead, 'x', { draft: 'new', scratch: '-- new' }, 5);
    expect(mergeProgress(ahead, later).exercises.x).toMatchObject({ draft: 'new', scratch: '-- new' });
  });

  it('merges the same in either order', () => {
    const a = withLesson(
      withDraft(withAttempt(emptyProgress, 'x', true, 5), 'x', { draft: 'old' }, 6),
      'm/l',
      true,
      9,
    );
    const b = withPrediction(
      withDraft(withAttempt(emptyProgress, 'x', false, 1), 'x', { draft: 'new' }, 8),
      'm/l#p',
      '2',
      false,
      3,
    );
    const withLater = withLesson(b, 'm/l', false, 10);
    expect(mergeProgress(a, withLater)).toEqual(mergeProgress(withLater, a));
    const merged = mergeProgress(a, withLater);
    expect(merged.exercises.x).toEqual({ state: 'passed', tries: 1, passedAt: 5, draft: 'new', draftAt: 8 });
    expect(merged.lessons['m/l']?.read).toBe(false);
  });

  it('survives ids that are names of Object members', () => {
    const odd = withAttempt(emptyProgress, 'constructor', true, 1);
    expect(mergeProgress(odd, emptyProgress).exercises.constructor).toEqual({
      state: 'passed',
      tries: 1,
      passedAt: 1,
    });
  });
});

describe('the store', () => {
  it('writes what is changed and reads it again', () => {
    const shelf = makeShelf();
    openStore(shelf).change((p) => withAttempt(p, 'a', true, 1));
    expect(openStore(shelf).read().exercises.a?.state).toBe('passed');
    expect(openStore(shelf).notice()).toBeUndefined();
  });

  it('does not lose what another tab wrote meanwhile', () => {
    const shelf = makeShelf();
    const [one, two] = [openStore(shelf), openStore(shelf)];
    one.change((p) => withAttempt(p, 'a', true, 1));
    two.change((p) => withAttempt(p, 'b', true, 2));
    expect(Object.keys(openStore(shelf).read().exercises).sort()).toEqual(['a', 'b']);
  });

  it('takes in what another tab wrote, and tells its listeners', () => {
    const store = openStore(makeShelf());
    let told = 0;
    const stop = store.subscribe(() => {
      told += 1;
    });
    store.receive(JSON.stringify(withLesson(emptyProgress, 'm/l', true, 1)));
    expect(store.read().lessons['m/l']?.read).toBe(true);
    store.receive(null);
    expect(store.read()).toEqual(emptyProgress);
    stop();
    store.receive(null);
    expect(told).toBe(2);
  });

  it.each([refusing, undefined])('works in memory and says so where storage is refused', (shelf) => {
    const store = openStore(shelf);
    store.change((p) => withAttempt(p, 'a', true, 1));
    expect(store.read().exercises.a?.state).toBe('passed');
    expect(store.notice()).toMatch(/until you close the tab/);
  });

  it('leaves what a newer version writes in another tab meanwhile, told of it or not', () => {
    const text = '{"format":2,"more":true}';
    for (const told of [true, false]) {
      const shelf = makeShelf();
      const store = openStore(shelf);
      shelf.setItem(storageKey, text);
      if (told) store.receive(text);
      store.change((p) => withDraft(p, 'a', { draft: 'x' }, 1));
      expect(shelf.items.get(storageKey)).toBe(text);
      expect(store.read().exercises.a?.draft).toBe('x');
      expect(store.notice()).toMatch(/newer version/);
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
    expect(store.notice()).toMatch(/no room.*Export/);
    expect(store.read().exercises.a?.draft).toBe('x');
    shelf.setItem = roomy.setItem;
    store.change((p) => withDraft(p, 'a', { draft: 'y' }, 2));
    expect(store.notice()).toBeUndefined();
  });

  it.each(['{', '[]', '{"format":1}', '{"format":1,"exercises":{"a":3},"lessons":{},"predictions":{}}'])(
    'sets unreadable progress aside: %s',
    (text) => {
      const shelf = makeShelf({ [storageKey]: text });
      const store = openStore(shelf, () => 7);
      expect(store.notice()).toMatch(/set aside/);
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
});

const CARD = {
  due: 1,
  state: 2,
  stability: 1,
  difficulty: 5,
  reps: 1,
  lapses: 0,
  elapsed_days: 1,
  scheduled_days: 1,
  learning_steps: 0,
};

describe('the file', () => {
  it('takes a card that is as expected', () => {
    expect(parseProgress(JSON.stringify({ ...emptyProgress, cards: { a: CARD } })).kind).toBe('ok');
  });

  it('comes back as it went out', () => {
    const progress = withDraft(withAttempt(emptyProgress, 'a', true, 1), 'a', { draft: '-- ü\n"' }, 2);
    expect(parseProgress(writeProgressFile(progress))).toEqual({ kind: 'ok', progress });
  });

  it('adds to what is here', () => {
    const here = withAttempt(emptyProgress, 'a', true, 1);
    const file = writeProgressFile(withAttempt(emptyProgress, 'b', true, 2));
    const imported = importProgress(here, file);
    expect(imported.kind).toBe('ok');
    expect(imported.message).toBe('Added the file: 1 more exercise passed, 2 in all.');
  });

  it.each([
    { exercises: { a: { state: 'passed', tries: 1, passedAt: 1e300 } } },
    { exercises: { a: { state: 'open', tries: 0, draft: 'x', draftAt: -1e300 } } },
    { lessons: { 'm/l': { read: true, at: 1e300 } } },
    { cards: { a: { ...CARD, due: 1e300 } } },
    { cards: { a: { ...CARD, stability: 1e300 } } },
  ])('refuses instants that no date can be made of: %j', (part) => {
    const file = JSON.stringify({ ...emptyProgress, ...part });
    expect(importProgress(emptyProgress, file).message).toContain('is not as expected');
  });

  it.each(['', 'null', '{"format":99}', '{"exercises":{}}'])('refuses %j and changes nothing', (text) => {
    expect(importProgress(emptyProgress, text).kind).toBe('refused');
  });
});
