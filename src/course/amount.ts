import type { Amount, Claim } from './claim.ts';

/** Whether a figure is not what a claim says. */
export function isOutside(value: number, amount: Amount): boolean {
  if (typeof amount === 'number') return value !== amount;
  return value > (amount.atMost ?? value) || value < (amount.atLeast ?? value);
}

/** `at least 5 and at most 9`. */
export function amountInWords(amount: Amount): string {
  if (typeof amount === 'number') return String(amount);
  const { atMost, atLeast } = amount;
  return [atLeast === undefined ? '' : `at least ${atLeast}`, atMost === undefined ? '' : `at most ${atMost}`]
    .filter(Boolean)
    .join(' and ');
}

/** What is false in what a claim says of pages. */
export function judgePages(
  pages: number,
  { pagesAtMost, pagesAtLeast }: Pick<Claim, 'pagesAtMost' | 'pagesAtLeast'>,
): readonly string[] {
  if (pagesAtMost !== undefined && pages > pagesAtMost) return [`${pages} pages, more than ${pagesAtMost}`];
  if (pagesAtLeast !== undefined && pages < pagesAtLeast)
    return [`${pages} pages, fewer than ${pagesAtLeast}`];
  return [];
}
