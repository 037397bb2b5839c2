import type { FoundPage } from './search-index.ts';

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

const ENDING = /(?:ations?|ings?|ices|ies|ed|ers?|es|s)$/;

/** The part of a word that its endings leave alone. */
function stemOf(word: string): string {
  const bare = word.replace(ENDING, '').length;
  return word.slice(0, Math.max(3, Math.min(bare, Math.max(4, word.length - 4))));
}

/**
 * Words of a search that none of the pages found has: for one that is nowhere, Pagefind finds pages with words that begin
 * alike. A word of less than four letters is let pass.
 */
export function unknownWords(term: string, pages: readonly FoundPage[]): readonly string[] {
  const texts = pages.map(({ content = '', meta }) => lettersOf(`${meta.title ?? ''} ${content}`));
  return term.split(/\s+/).filter((word) => {
    const letters = lettersOf(word);
    return letters.length > 3 && !texts.some((text) => text.includes(stemOf(letters)));
  });
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => lettersOf(word) !== '');
}

/**
 * Pages that are worth showing for a search. Where none of its words is anywhere, what Pagefind finds may begin with the
 * same letter and no more: then those with a word that has the first three in common.
 */
export function nearPages(term: string, pages: readonly FoundPage[]): readonly FoundPage[] {
  const unknown = unknownWords(term, pages);
  if (unknown.length === 0 || unknown.length < wordsOf(term).length) return pages;
  const beginnings = unknown.map((word) => lettersOf(word).slice(0, 3));
  return pages.filter(({ content = '', meta }) =>
    wordsOf(`${meta.title ?? ''} ${content}`).some((word) =>
      beginnings.some((beginning) => lettersOf(word).startsWith(beginning)),
    ),
  );
}
