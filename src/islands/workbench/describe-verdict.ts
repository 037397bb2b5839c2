import type { CheckState } from '../../checks/check.ts';
import type { Refusal, Report } from '../../grader/report.ts';
import { lex } from '../../sql/lex.ts';
import type { Wait } from '../commands/wait-line.tsx';
import type { BenchView } from './bench-view.ts';

const REFUSED: Readonly<Record<Refusal['kind'], string>> = {
  gate: 'not accepted',
  'sql-error': 'PostgreSQL reports an error',
  timeout: 'it took too long',
};

/** Whether a text holds no statement: nothing, or comments alone. */
function isEmpty(sql: string): boolean {
  return [...lex(sql)].every(({ kind, start }) => kind === 'comment' || sql[start] === ';');
}

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
  if (!report || output || graded !== answer) return undefined;
  return isEmpty(answer)
    ? { text: 'Not yet: there is no statement in it', verdict: 'failed' }
    : sayReport(report);
}
