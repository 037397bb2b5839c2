import type { CheckState } from '../../checks/check.ts';
import type { Refusal, Report } from '../../grader/report.ts';
import type { Wait } from '../commands/wait-line.tsx';
import type { BenchView } from './bench-view.ts';

const REFUSED: Readonly<Record<Refusal['kind'], string>> = {
  gate: 'not accepted',
  'sql-error': 'PostgreSQL reports an error',
  timeout: 'it took too long',
};

/** A report in a line. */
function sayReport({ passed, refusal, checks }: Report): Wait {
  if (passed) return { text: 'Passed', verdict: 'passed' };
  const count = (...states: CheckState[]) => checks.filter(({ state }) => states.includes(state)).length;
  const failed = count('failed');
  const why =
    failed > 0
      ? `${failed} of ${checks.length} checks failed`
      : refusal
        ? REFUSED[refusal.kind]
        : `${count('inconclusive', 'not-run')} of ${checks.length} checks inconclusive`;
  return { text: `Not yet: ${why}`, verdict: 'failed' };
}

/** The verdict in a line, as long as nothing was run since and the answer is the one that was checked. */
export function describeVerdict({ report, graded, output }: BenchView, answer: string): Wait | undefined {
  return report && !output && graded === answer ? sayReport(report) : undefined;
}
