import { expect, it } from 'vitest';
import { nearPages, unknownWords } from './unknown-words.ts';

const page = (title: string, content: string) => ({ url: '/', excerpt: '', meta: { title }, content });

it('names the words that no page has, whatever ending they have there', () => {
  const pages = [
    page('Covering indexes', 'auto_explain shows the plan.'),
    page('Joins', 'Three ways to join.'),
  ];
  expect(unknownWords('autovacum', pages)).toEqual(['autovacum']);
  expect(unknownWords('covring index', pages)).toEqual(['covring']);
  expect(unknownWords('joining covered indices, explains', pages)).toEqual([]);
  expect(unknownWords('auto_explain', pages)).toEqual([]);
});

it('lets a short word pass', () => {
  expect(unknownWords('N+1 gin', [page('Bitmap scans', 'n')])).toEqual([]);
});

it('a page is near where it has a word that begins as one that is nowhere, or has another word of the search', () => {
  const pages = [page('Covering indexes', 'as it does, in qq order'), page('Joins', 'as dear as before')];
  expect(nearPages('covring', pages)).toEqual([pages[0]]);
  expect(nearPages('asdf', pages)).toEqual([]);
  expect(nearPages('qqzzy', pages)).toEqual([]);
  expect(nearPages('qqzzy join', pages)).toEqual(pages);
  expect(nearPages('N+1', pages)).toEqual(pages);
});
