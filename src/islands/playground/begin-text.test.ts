import { describe, expect, it } from 'vitest';
import { beginText, type Sources } from './begin-text.ts';
import type { SharedRead } from './link.ts';

const known = ['shop', 'empty'];
const start = { dataset: 'shop', text: 'start' };
const draft = { dataset: 'empty', text: 'mine' };
const link = (dataset: string): SharedRead => ({ kind: 'ok', shared: { dataset, text: 'theirs' } });
const begin = (sources: Partial<Sources>) =>
  beginText({ draft: undefined, link: { kind: 'absent' }, asked: null, start, ...sources }, known);

describe('beginText', () => {
  it('opens with the start, and with the draft of last time where there is one', () => {
    expect(begin({}).shared).toEqual(start);
    expect(begin({ draft })).toEqual({ shared: draft });
  });

  it('takes the text of a link, and keeps the draft aside', () => {
    const begun = begin({ draft, link: link('shop') });
    expect(begun).toMatchObject({ shared: { dataset: 'shop', text: 'theirs' }, aside: draft });
    expect(begun.notice).toContain('your own draft is kept');
  });

  it('keeps nothing aside where there is no draft, or where it is the same', () => {
    expect(begin({ link: link('shop') }).aside).toBeUndefined();
    expect(begin({ draft: { dataset: 'shop', text: 'theirs' }, link: link('shop') }).aside).toBeUndefined();
  });

  it('says so where the link is for a dataset that is not here, or damaged', () => {
    expect(begin({ draft, link: link('zoo') })).toEqual({
      shared: draft,
      notice: 'This link is for a dataset that is not here: zoo.',
    });
    expect(begin({ link: { kind: 'damaged', message: 'cut' } }).notice).toBe('cut');
  });

  it('opens the dataset that the address asks for, where it is here', () => {
    expect(begin({ draft, asked: 'shop' }).shared).toEqual({ dataset: 'shop', text: 'mine' });
    expect(begin({ draft, asked: 'zoo' }).shared).toEqual(draft);
  });

  it('leaves a draft for a dataset that is gone', () => {
    expect(begin({ draft: { dataset: 'zoo', text: 'mine' } }).shared).toEqual(start);
  });
});
