import type { WrongAnswer } from '../exercise/exercise.ts';
import type { Report } from '../grader/report.ts';
import { placeOfError } from './place-of-error.ts';
import type { Problem } from './problems.ts';

function failedChecks(report: Report): string {
  if (report.refusal) {
    const { refusal } = report;
    return refusal.kind === 'sql-error'
      ? `SQL error: ${refusal.error.message}`
      : `refused: ${refusal.message}`;
  }
  const failed = report.checks.filter((check) => check.state !== 'passed');
  return failed.map((check) => `${check.id} ${check.state}: ${check.message}`).join('; ');
}

/** Where in its text an answer ended in an error; its first line where it ran to its end. */
function placeOf(sql: string, { refusal }: Report): Pick<Problem, 'line' | 'column'> {
  if (refusal?.kind !== 'sql-error' || refusal.statement === undefined) return { line: 1 };
  return placeOfError(sql, refusal.statement, refusal.error);
}

/** A right answer that does not pass. */
export function notPassing(file: string, sql: string, report: Report): Problem {
  return {
    file,
    ...placeOf(sql, report),
    what: `this answer must pass, but it does not: ${failedChecks(report)}`,
    fix: 'mend the answer or the budgets',
  };
}

/** Whether a wrong answer fails, and by the checks that it says. */
export function judgeWrong(file: string, wrong: WrongAnswer, report: Report): readonly Problem[] {
  if (report.passed) {
    const fix = 'add or tighten the check that must fail';
    return [{ file, line: 1, what: 'this wrong answer passes', fix }];
  }
  const others = wrong.fails.flatMap((id): readonly Problem[] => {
    const refused = id === 'gate' || id === 'sql-error';
    const named = refused ? report.refusal?.kind === id : stateOf(report, id) === 'failed';
    if (named) return [];
    const what = `“${id}” should fail, but it is ${stateOf(report, id)}; what fails: ${failedChecks(report)}`;
    return [{ file, line: 1, what, fix: 'name the check that fails, or mend the answer' }];
  });
  return [...others, ...misnamed(file, wrong.misconceptions, report)];
}

/** The misconceptions that the grader names have to be those that the author names, no more and no fewer. */
function misnamed(file: string, named: readonly string[], report: Report): readonly Problem[] {
  const found = report.findings.map(({ misconception }) => misconception);
  if ([...found].sort().join() === [...named].sort().join()) return [];
  const list = (ids: readonly string[]) => (ids.length > 0 ? ids.join(', ') : 'none');
  const what = `the misconception named is ${list(named)}, but the grader recognises ${list(found)}`;
  return [
    { file, line: 2, what, fix: 'write -- misconception: with the ids that apply, or mend the answer' },
  ];
}

function stateOf(report: Report, id: string): string {
  return report.checks.find((check) => check.id === id)?.state ?? 'not there';
}
