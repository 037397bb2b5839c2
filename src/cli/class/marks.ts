import { type Html, html } from './html.ts';
import type { Outcome } from './verdict.ts';

interface Mark {
  readonly sign: string;
  readonly word: string;
  readonly tone: 'ok' | 'bad' | 'warn' | 'soft';
}

/** How a verdict is shown. */
export const MARKS: Readonly<Record<Outcome, Mark>> = {
  passed: { sign: '✓', word: 'passed', tone: 'ok' },
  failed: { sign: '✗', word: 'not yet', tone: 'bad' },
  inconclusive: { sign: '?', word: 'inconclusive: the time was too noisy to judge', tone: 'warn' },
  refused: { sign: '⊘', word: 'refused: no answer to this exercise', tone: 'bad' },
  'sql-error': { sign: 'E', word: 'an SQL error in what was handed in', tone: 'bad' },
  timeout: { sign: 'T', word: 'stopped at the time limit', tone: 'bad' },
  'unknown-exercise': { sign: '–', word: 'no such exercise here', tone: 'soft' },
  'broken-exercise': { sign: '~', word: 'not graded: the exercise itself has mistakes', tone: 'warn' },
  fault: { sign: '!', word: 'not graded, which is our fault', tone: 'warn' },
};

/** The sign of a verdict, with its words for who cannot see it. */
export function markOf(outcome: Outcome): Html {
  const { sign, word, tone } = MARKS[outcome];
  return html`<abbr class="${tone}" title="${word}" aria-label="${word}">${sign}</abbr>`;
}
