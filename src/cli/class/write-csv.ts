import Papa from 'papaparse';
import type { ClassResults } from './results.ts';

const COLUMNS = ['file', 'learner', 'exercise', 'verdict', 'failed', 'misconceptions', 'reason'];

/**
 * The table for a spreadsheet: a line an answer, and one for every file without an answer. Cells that a spreadsheet
 * would take for a formula begin with an apostrophe.
 */
export function writeCsv({ learners }: ClassResults): string {
  const rows = learners.flatMap(({ file, learner, why, answers }) => {
    if (answers.length === 0) return [[file, learner, '', 'nothing to grade', '', '', why ?? '']];
    return answers.map(({ exercise, outcome, checks, misconceptions, reason }) => [
      file,
      learner,
      exercise,
      outcome,
      checks.flatMap(({ id, state }) => (state === 'failed' ? [id] : [])).join(' '),
      misconceptions.map(({ id }) => id).join(' '),
      reason.replace(/\s+/g, ' '),
    ]);
  });
  return `${Papa.unparse({ fields: COLUMNS, data: rows }, { escapeFormulae: true, newline: '\r\n' })}\r\n`;
}
