import { describe, expect, it } from 'vitest';
import type { DraftShelf } from './draft.ts';
import { openDraftBook } from './draft-book.ts';

function makeShelf(): DraftShelf & { isFull: boolean } {
  const held = new Map<string, string>();
  return {
    isFull: false,
    getItem: (key) => held.get(key) ?? null,
    setItem(key, value) {
      if (this.isFull) throw new DOMException('full', 'QuotaExceededError');
      held.set(key, value);
    },
  };
}

/** A tab of one browser; the ids of its drafts begin with its name. */
function openTab(shelf: DraftShelf, name: string, tab = makeShelf()) {
  let count = 0;
  const makeId = () => {
    count += 1;
    return `${name}${count}`;
  };
  return openDraftBook(shelf, () => tab, makeId);
}

const sql = (text: string) => ({ dataset: 'shop', text });
const textsOf = (drafts: readonly { readonly text: string }[]) => drafts.map(({ text }) => text);

describe('the drafts of the playground', () => {
  it('are one where one tab writes on, and come back when it is loaded anew', () => {
    const [shelf, tab] = [makeShelf(), makeShelf()];
    const book = openTab(shelf, 'a', tab);
    const { draft } = book.keep(sql('select 1'), undefined);
    book.keep(sql('select 12'), draft);
    expect(textsOf(openTab(shelf, 'b', tab).all())).toEqual(['select 12']);
    expect(openTab(shelf, 'b').own()?.text).toBe('select 12');
  });

  it('keep what two tabs write that began with the same one', () => {
    const shelf = makeShelf();
    const [one, two] = [openTab(shelf, 'a'), openTab(shelf, 'b')];
    const { draft: begun } = one.keep(sql('begun'), undefined);
    const first = one.keep(sql('an hour of work'), begun);
    const second = two.keep(sql('a look at something else'), begun);
    expect(textsOf(one.all())).toEqual(['a look at something else', 'an hour of work']);
    const again = one.keep(sql('two hours of work'), first.draft);
    expect(textsOf(two.beside(second.draft))).toEqual(['two hours of work']);
    expect(textsOf(one.beside(again.draft))).toEqual(['a look at something else']);
  });

  it('stay with their tabs when these are loaded anew', () => {
    const shelf = makeShelf();
    const tabs = [makeShelf(), makeShelf()];
    openTab(shelf, 'a', tabs[0]).keep(sql('of the first'), undefined);
    openTab(shelf, 'b', tabs[1]).keep(sql('of the second'), undefined);
    expect(openTab(shelf, 'c', tabs[0]).own()?.text).toBe('of the first');
    expect(openTab(shelf, 'd', tabs[1]).own()?.text).toBe('of the second');
  });

  it('stay beside a text that came with a link, also when it is changed', () => {
    const book = openTab(makeShelf(), 'a');
    book.keep(sql('mine'), undefined);
    expect(textsOf(book.beside(undefined))).toEqual(['mine']);
    const { draft } = book.keep({ dataset: 'saas', text: 'theirs' }, undefined);
    const { draft: written } = book.keep({ dataset: 'saas', text: 'theirs, and mine' }, draft);
    expect(textsOf(book.beside(written))).toEqual(['mine']);
  });

  it('go when they were emptied', () => {
    const book = openTab(makeShelf(), 'a');
    const { draft } = book.keep(sql('mine'), undefined);
    book.keep(sql(' \n'), draft);
    expect(book.beside(undefined)).toEqual([]);
    book.keep(sql('another'), undefined);
    expect(textsOf(book.all())).toEqual(['another']);
  });

  it('are in memory where there is no room, and are kept when there is again', () => {
    const shelf = makeShelf();
    const book = openTab(shelf, 'a');
    const { draft: mine } = book.keep(sql('mine'), undefined);
    shelf.isFull = true;
    const more = book.keep(sql('mine, and more'), mine);
    expect(more.notice).toMatch(/no room/);
    const other = book.keep(sql('another'), undefined);
    expect(textsOf(book.all())).toEqual(['another', 'mine, and more']);
    expect(textsOf(openTab(shelf, 'b').all())).toEqual(['mine']);
    shelf.isFull = false;
    expect(book.keep(sql('another one'), other.draft).notice).toBeUndefined();
    expect(textsOf(openTab(shelf, 'b').all())).toEqual(['another one', 'mine, and more']);
  });

  it('are written where the browser keeps nothing of a tab', () => {
    const refuse = (): never => {
      throw new DOMException('denied', 'SecurityError');
    };
    const book = openDraftBook(makeShelf(), () => ({ getItem: refuse, setItem: refuse }));
    book.keep(sql('mine'), undefined);
    expect(book.own()?.text).toBe('mine');
  });
});
