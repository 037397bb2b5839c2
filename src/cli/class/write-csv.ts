import Papa from 'papaparse';
import type { ClassResults, LearnerResult } from './results.ts';

const COLUMNS = ['file', 'learner', 'exercise', 'verdict', 'failed', 'misconceptions', 'reason'];

/** PostgreSQL quotes what it cannot parse, whole. */
const LONGEST_REASON = 500;

function rowsOf({ file, learner, why, answers }: LearnerResult): string[][] {
  if (answers.length === 0) return [[file, learner, '', 'nothing to grade', '', '', why ?? '']];
  return answers.map(({ exercise, outcome, checks, misconceptions, reason }) => [
    file,
    learner,
    exercise,
    outcome,
    checks.flatMap(({ id, state }) => (state === 'failed' ? [id] : [])).join(' '),
    misconceptions.map(({ id }) => id).join(' '),
    reason.slice(0, LONGEST_REASON).replace(/\s+/g, ' '),
  ]);
}

/**
 * The table for a spreadsheet, in pieces: a line an answer, and one for every file without an answer. Cells that a
 * spreadsheet would take for a formula begin with an apostrophe.
 */
export function* writeCsv({ learners }: ClassResults): Generator<string> {
  yield `${COLUMNS.join(',')}\r\n`;
  for (const each of learners)
    yield `${Papa.unparse(rowsOf(each), { escapeFormulae: true, newline: '\r\n' })}\r\n`;
}
