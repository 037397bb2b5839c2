import { lazy, Suspense, useState } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { ResultsTable } from '../results/results-table.tsx';
import { SqlErrorView } from '../results/sql-error-view.tsx';
import { faultText } from './fault-text.ts';
import { comparisonsOf, type PlanComparison } from './plan-comparisons.ts';
import type { BenchView, Output } from './use-bench.ts';

export type Pane = 'results' | 'plan';

export interface OutputPanelProps {
  readonly view: BenchView;
  readonly pane: Pane;
  readonly onPane: (pane: Pane) => void;
  readonly hints: readonly string[];
  readonly workload: readonly { readonly id: string }[];
}

const PlanCompare = lazy(() =>
  import('../plan/plan-compare.tsx').then((part) => ({ default: part.PlanCompare })),
);
const PlanView = lazy(() => import('../plan/plan-view.tsx').then((part) => ({ default: part.PlanView })));

function Results({ output }: { readonly output: Output | undefined }) {
  if (!output) return <p className="pw-bench-empty">Run shows here what your statements return.</p>;
  if (output.kind === 'fault') {
    const { what, remedy } = faultText(output.fault);
    return (
      <div className="pw-notice" data-bad role="alert">
        <strong>{what}</strong> {remedy}
      </div>
    );
  }
  const { run, sql } = output;
  if (run.kind === 'timeout' || run.kind === 'stopped') {
    const seconds = (run.afterMs / 1000).toFixed(1);
    const why = run.kind === 'timeout' ? 'the time limit passed' : 'you stopped it';
    return (
      <div className="pw-notice" role="status">
        Ended after {seconds} s: {why}. The database is gone with it; the next run opens a fresh copy. Your
        text is kept.
      </div>
    );
  }
  if (run.kind === 'ok' && run.results.length === 0) {
    return <p className="pw-bench-empty">There was no statement to run.</p>;
  }
  return (
    <>
      <ResultsTable results={run.results} />
      {run.kind === 'sql-error' && <SqlErrorView sql={sql} error={run.error} />}
      {run.notices.slice(0, 20).map((notice, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: notices repeat, places do not
        <p key={at} className="pw-figure-text">
          {notice.severity}: {notice.message}
        </p>
      ))}
    </>
  );
}

function NotDrawn() {
  return (
    <p className="pw-notice" data-bad role="alert">
      The plan could not be drawn: its part of the page did not load, or the plan has a shape this page does
      not know. Reload the page to try again; your text is kept.
    </p>
  );
}

function Plans({ comparisons }: { readonly comparisons: readonly PlanComparison[] }) {
  const [query, setQuery] = useState('');
  const shown = comparisons.find((comparison) => comparison.query === query) ?? comparisons[0];
  if (!shown) {
    return (
      <p className="pw-bench-empty">Run or Check shows here the plan of the workload, before and now.</p>
    );
  }
  return (
    <>
      {comparisons.length > 1 && (
        <div className="pw-bench-queries">
          {comparisons.map((comparison) => (
            <button
              key={comparison.query}
              type="button"
              className="pw-tab"
              aria-pressed={comparison === shown}
              onClick={() => setQuery(comparison.query)}
            >
              {comparison.query}
            </button>
          ))}
        </div>
      )}
      {shown.message && <p className="pw-notice">{shown.message}</p>}
      <ErrorBoundary fallback={<NotDrawn />} resetKeys={[shown]}>
        <Suspense fallback={<p className="pw-bench-empty">Drawing the plan</p>}>
          {shown.before && shown.after ? (
            <PlanCompare before={shown.before} after={shown.after} />
          ) : (
            shown.after && <PlanView plan={shown.after} />
          )}
        </Suspense>
      </ErrorBoundary>
    </>
  );
}

/** Results and plan, one above the other's tab. */
export function OutputPanel({ view, pane, onPane, hints }: OutputPanelProps) {
  return (
    <div className="pw-bench-output">
      {hints.length > 0 && (
        <ol className="pw-bench-hints" aria-label="Hints">
          {hints.map((hint) => (
            <li key={hint}>{hint}</li>
          ))}
        </ol>
      )}
      <div className="pw-bench-panes" role="tablist" aria-label="What to show">
        {(['results', 'plan'] as const).map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`pw-tab-${name}`}
            className="pw-tab"
            aria-selected={pane === name}
            aria-controls={`pw-pane-${name}`}
            onClick={() => onPane(name)}
          >
            {name === 'results' ? 'Results' : 'Plan'}
          </button>
        ))}
      </div>
      <section id="pw-pane-results" aria-label="Results" hidden={pane !== 'results'} aria-live="polite">
        <Results output={view.output} />
      </section>
      <section id="pw-pane-plan" aria-label="Plan" hidden={pane !== 'plan'}>
        {view.output?.kind === 'fault' ? (
          <Results output={view.output} />
        ) : (
          <Plans comparisons={comparisonsOf(view)} />
        )}
      </section>
    </div>
  );
}
