import { describe, expect, it } from 'vitest';
import { beginText, type Sources } from './begin-text.ts';
import type { SharedRead } from './link.ts';

const known = ['shop', 'empty'];
const start = { dataset: 'shop', text: 'start' };
const own = { id: 'mine', dataset: 'empty', text: 'mine' };
const other = { id: 'other', dataset: 'shop', text: 'theirs' };
const mine = { own, drafts: [own] };
const link = (dataset: string): SharedRead => ({ kind: 'ok', shared: { dataset, text: 'theirs' } });
const begin = (sources: Partial<Sources>) =>
  beginText({ drafts: [], own: undefined, link: { kind: 'absent' }, asked: null, start, ...sources }, known);

describe('beginText', () => {
  it('opens with the start, and with the draft of last time where there is one', () => {
    expect(begin({})).toEqual({ shared: start });
    expect(begin(mine)).toEqual({ shared: { dataset: 'empty', text: 'mine' }, from: own });
  });

  it('takes the text of a link, which goes on from no draft', () => {
    const begun = begin({ ...mine, link: link('shop') });
    expect(begun.shared).toEqual({ dataset: 'shop', text: 'theirs' });
    expect(begun.from).toBeUndefined();
    expect(begun.notice).toContain('your own draft is kept');
  });

  it('goes on from the draft that says the same as the link, and speaks of none where there is none', () => {
    const begun = begin({ drafts: [own, other], own, link: link('shop') });
    expect(begun.from).toBe(other);
    expect(begun.notice).not.toContain('draft');
    expect(begin({ link: link('shop') }).notice).not.toContain('draft');
    const blank = { ...own, text: ' \n' };
    expect(begin({ drafts: [blank], own: blank, link: link('shop') }).notice).not.toContain('draft');
  });

  it('says so where the link is for a dataset that is not here, or damaged', () => {
    expect(begin({ ...mine, link: link('zoo') })).toEqual({
      shared: { dataset: 'empty', text: 'mine' },
      from: own,
      notice: 'This link is for a dataset that is not here: zoo.',
    });
    expect(begin({ link: { kind: 'damaged', message: 'cut' } }).notice).toBe('cut');
  });

  it('opens the dataset that the address asks for, where it is here', () => {
    expect(begin({ ...mine, asked: 'shop' }).shared).toEqual({ dataset: 'shop', text: 'mine' });
    expect(begin({ ...mine, asked: 'zoo' }).shared).toEqual({ dataset: 'empty', text: 'mine' });
  });

  it('leaves a draft for a dataset that is gone', () => {
    const gone = { ...own, dataset: 'zoo' };
    expect(begin({ drafts: [gone], own: gone })).toEqual({ shared: start });
  });
});
