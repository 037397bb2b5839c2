import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { CheckState } from '../../checks/check.ts';
import type { CheckResult, Refusal, Report } from '../../grader/report.ts';
import { SqlErrorView } from '../results/sql-error-view.tsx';
import { AfterPass, type AfterPassProps } from './after-pass.tsx';
import type { BenchView } from './bench-view.ts';
import './checks-panel.css';
import { PassedBefore, usePassed } from './passed-before.tsx';
import { type RunKey, runOfCheck } from './plan-comparisons.ts';
import { useSlot } from './use-slot.ts';

export interface ChecksPanelProps {
  /** The exercise's id. */
  readonly exercise: string;
  readonly view: BenchView;
  readonly goals: readonly { readonly id: string; readonly title: string }[];
  readonly base: string;
  readonly next: { readonly href: string; readonly title: string } | undefined;
  readonly after: AfterPassProps;
  /** The text of the answer as it is now. */
  readonly answer: string;
  /** Brings an answer into the editor. */
  readonly onAnswer: (sql: string) => void;
  /** Shows the plan of a run. */
  readonly onPlan: (run: RunKey) => void;
}

const WORDS: Readonly<Record<CheckState, string>> = {
  passed: 'passed',
  failed: 'failed',
  'not-run': 'not run',
  inconclusive: 'inconclusive',
};
const SIGNS: Readonly<Record<CheckState, string>> = {
  passed: '✓',
  failed: '✗',
  'not-run': '·',
  inconclusive: '~',
};

function rowsOf(report: Report | undefined, goals: ChecksPanelProps['goals']): readonly CheckResult[] {
  if (report && report.checks.length > 0) return report.checks;
  return goals.map(({ id, title }) => ({ id, kind: '', title, state: 'not-run', message: '' }));
}

function RefusalView({ refusal, sql }: { readonly refusal: Refusal; readonly sql: string }) {
  if (refusal.kind === 'sql-error')
    return <SqlErrorView sql={sql} error={refusal.error} where={refusal.where} />;
  const place = refusal.kind === 'gate' ? sql.slice(refusal.start, refusal.end).trim() : '';
  return (
    <div className="pw-notice" data-bad role="alert">
      {refusal.message}
      {place && (
        <pre className="pw-bench-refused">{place.length > 200 ? `${place.slice(0, 200)}…` : place}</pre>
      )}
    </div>
  );
}

interface CheckRowProps {
  readonly check: CheckResult;
  readonly checking: boolean;
  /** The answer was refused, which is said once above the checks. */
  readonly refused: boolean;
  /** Nothing was checked since the page was opened, but the exercise was passed before. */
  readonly before: boolean;
  /** Shows the plan that the check is about, where it did not pass because of one that is there. */
  readonly onPlan: (() => void) | undefined;
}

/** What is known of a check, in a word or two. */
function wordOf({ check: { state }, checking, before }: CheckRowProps): string {
  if (state !== 'not-run') return WORDS[state];
  if (checking) return 'checking…';
  return before ? 'passed before' : WORDS[state];
}

function CheckRow(props: CheckRowProps) {
  const { check, refused, onPlan } = props;
  return (
    <li data-state={check.state}>
      <span className="pw-check-sign" aria-hidden="true">
        {SIGNS[check.state]}
      </span>
      <span className="pw-check-title">{check.title}</span>
      <span className="pw-figure-text">
        {check.figure ? `${check.figure}, ` : ''}
        {wordOf(props)}
      </span>
      {check.message && check.state !== 'passed' && !refused && (
        <p>
          {check.message}{' '}
          {onPlan && (
            <button type="button" onClick={onPlan}>
              See the plan
            </button>
          )}
        </p>
      )}
    </li>
  );
}

/** The checks, beside the task where the page has a place for them there. */
export function ChecksPanel({
  slot: id,
  ...props
}: ChecksPanelProps & { readonly slot: string | undefined }) {
  const slot = useSlot(id);
  const panel = <Checks {...props} />;
  return slot ? createPortal(panel, slot) : panel;
}

/** The way on, right below the verdict. */
function NextLink({ next }: { readonly next: NonNullable<ChecksPanelProps['next']> }) {
  return (
    <p className="pw-bench-next">
      <a className="pw-button" data-primary href={next.href}>
        Next: {next.title}
      </a>
    </p>
  );
}

/** The goals, and after a check what became of each. */
function Checks({ exercise, view, goals, base, next, after, answer, onAnswer, onPlan }: ChecksPanelProps) {
  const { report } = view;
  const current = view.graded === answer;
  const passed = usePassed(exercise);
  const verdict = useRef<HTMLParagraphElement>(null);
  const planOf = (check: CheckResult) => {
    // What was run since stands where the plans of the check stood.
    const run = report && view.output === undefined ? runOfCheck(report, check) : undefined;
    return run && (() => onPlan(run));
  };
  useEffect(() => {
    if (report) verdict.current?.scrollIntoView({ block: 'nearest' });
  }, [report]);
  return (
    <section className="pw-bench-checks" aria-label="Checks" data-evidence={report?.evidenceHash}>
      <h2>Checks</h2>
      <p
        className="pw-bench-verdict"
        role="status"
        // The line beside the buttons says it aloud; once is enough.
        aria-live="off"
        ref={verdict}
        data-passed={report?.passed || undefined}
      >
        {report ? (report.passed ? 'Exercise passed' : 'Not yet') : ''}
        {report && !current && <small> for the text you checked; you have changed it since</small>}
      </p>
      {report?.passed && next && <NextLink next={next} />}
      {report?.passed && <AfterPass {...after} />}
      {report?.refusal && <RefusalView refusal={report.refusal} sql={view.graded ?? ''} />}
      {report?.findings.map((finding) => (
        <div key={finding.misconception} className="pw-bench-finding">
          <strong>{finding.title}</strong>
          <p>{finding.message}</p>
          {finding.lesson && <a href={`${base}${finding.lesson}`}>Read about it</a>}
        </div>
      ))}
      <ul>
        {rowsOf(report, goals).map((check) => (
          <CheckRow
            key={check.id}
            check={check}
            checking={view.phase === 'checking'}
            refused={report?.refusal !== undefined}
            before={report === undefined && passed !== undefined}
            onPlan={planOf(check)}
          />
        ))}
      </ul>
      {passed && !report?.passed && (
        <>
          <PassedBefore known={passed} answer={answer} next={next} onAnswer={onAnswer} />
          <AfterPass {...after} />
        </>
      )}
    </section>
  );
}
