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
