import { type KeyboardEvent, lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import type { Exercise } from '../../exercise/exercise.ts';
import { ResultsTable } from '../results/results-table.tsx';
import { SqlErrorView } from '../results/sql-error-view.tsx';
import { faultText } from './fault-text.ts';
import { comparisonsOf, type PlanComparison } from './plan-comparisons.ts';
import type { BenchView, Output } from './use-bench.ts';

export type Pane = 'results' | 'plan' | 'pages' | 'why-not';

const PANES: readonly { readonly name: Pane; readonly label: string }[] = [
  { name: 'results', label: 'Results' },
  { name: 'plan', label: 'Plan' },
  { name: 'pages', label: 'Pages' },
  { name: 'why-not', label: 'Why not?' },
];

export interface OutputPanelProps {
  readonly view: BenchView;
  readonly pane: Pane;
  readonly onPane: (pane: Pane) => void;
  readonly hints: readonly string[];
  readonly exercise: Exercise;
  /** The text of the answer tab. */
  readonly answer: string;
}

const PlanCompare = lazy(() =>
  import('../plan/plan-compare.tsx').then((part) => ({ default: part.PlanCompare })),
);
const PagesPane = lazy(() => import('./machine-panes.tsx').then((part) => ({ default: part.PagesPane })));
const WhyNotPane = lazy(() => import('./machine-panes.tsx').then((part) => ({ default: part.WhyNotPane })));
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

interface PlansProps {
  readonly comparisons: readonly PlanComparison[];
  readonly query: string;
  readonly onQuery: (query: string) => void;
}

function Plans({ comparisons, query, onQuery: setQuery }: PlansProps) {
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

function Hints({ hints }: { readonly hints: readonly string[] }) {
  if (hints.length === 0) return null;
  return (
    <ol className="pw-bench-hints" aria-label="Hints">
      {hints.map((hint) => (
        <li key={hint}>{hint}</li>
      ))}
    </ol>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

function Tabs({ pane, onPane }: Pick<OutputPanelProps, 'pane' | 'onPane'>) {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    const to = (PANES.findIndex(({ name }) => name === pane) + step + PANES.length) % PANES.length;
    event.preventDefault();
    onPane(PANES[to]?.name ?? 'results');
    list.current?.querySelectorAll('button')[to]?.focus();
  };
  return (
    <div className="pw-bench-panes" role="tablist" aria-label="What to show" ref={list} onKeyDown={move}>
      {PANES.map(({ name, label }) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`pw-tab-${name}`}
          className="pw-tab"
          aria-selected={pane === name}
          aria-controls={`pw-pane-${name}`}
          tabIndex={pane === name ? 0 : -1}
          onClick={() => onPane(name)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

/** What came of running and checking, a tab each; each keeps its state while another is shown. */
export function OutputPanel({ view, pane, onPane, hints, exercise, answer }: OutputPanelProps) {
  const [query, setQuery] = useState('');
  const [seen, setSeen] = useState<ReadonlySet<Pane>>(new Set());
  const show = (name: Pane) => {
    setSeen((before) => new Set([...before, name]));
    onPane(name);
  };
  const machine = { exercise, answer, query, disabled: view.phase !== 'idle' };
  const content: Readonly<Record<Pane, ReactNode>> = {
    results: <Results output={view.output} />,
    plan:
      view.output?.kind === 'fault' ? (
        <Results output={view.output} />
      ) : (
        <Plans comparisons={comparisonsOf(view)} query={query} onQuery={setQuery} />
      ),
    pages: seen.has('pages') && <PagesPane {...machine} />,
    'why-not': seen.has('why-not') && <WhyNotPane {...machine} />,
  };
  return (
    <div className="pw-bench-output">
      <Hints hints={hints} />
      <Tabs pane={pane} onPane={show} />
      {PANES.map(({ name, label }) => (
        <section
          key={name}
          id={`pw-pane-${name}`}
          aria-label={label}
          hidden={pane !== name}
          aria-live={name === 'results' ? 'polite' : undefined}
        >
          <ErrorBoundary fallback={<NotDrawn />} resetKeys={[view.output, pane]}>
            <Suspense fallback={<p className="pw-bench-empty">Loading</p>}>{content[name]}</Suspense>
          </ErrorBoundary>
        </section>
      ))}
    </div>
  );
}
