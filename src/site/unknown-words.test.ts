import { expect, it } from 'vitest';
import { unknownWords } from './unknown-words.ts';

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
