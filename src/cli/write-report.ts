import type { CheckState } from '../checks/check.ts';
import type { Report } from '../grader/report.ts';

const SIGNS: Readonly<Record<CheckState, string>> = {
  passed: 'passed      ',
  failed: 'failed      ',
  'not-run': 'not run     ',
  inconclusive: 'inconclusive',
};

function refusalLines(report: Report): readonly string[] {
  const { refusal } = report;
  if (!refusal) return [];
  if (refusal.kind !== 'sql-error') return [refusal.message];
  const { message, sqlstate, hint } = refusal.error;
  const where = refusal.where === undefined ? '' : `${refusal.where}: `;
  return [`${where}${message} (${sqlstate})`, ...(hint ? [`Hint: ${hint}`] : [])];
}

/** A report as a person reads it in a terminal. */
export function writeReport(report: Report): string {
  const checks = report.checks.map(({ state, title, figure, message }) => {
    const said = state === 'passed' ? '' : `\n              ${message}`;
    return `${SIGNS[state]}  ${title}${figure ? ` (${figure})` : ''}${said}`;
  });
  const findings = report.findings.map(({ title, message }) => `${title}\n  ${message}`);
  const verdict = report.passed ? 'Exercise passed' : 'Not yet';
  return [verdict, ...refusalLines(report), ...checks, ...findings].join('\n');
}
