import { type ReactNode, useMemo } from 'react';
import type { Exercise } from '../../exercise/exercise.ts';
import type { Lab } from '../../session/lab.ts';
import { late } from '../panes/late.tsx';
import { type Pane as PaneOf, Panes } from '../panes/panes.tsx';
import { DrawnPlan } from '../plan/drawn-plan.tsx';
import { OutcomeView } from '../runs/outcome-view.tsx';
import type { BenchView, Output } from './bench-view.ts';
import { comparisonsOf, type PlanComparison, type RunKey, watchedOf } from './plan-comparisons.ts';
import { RunPicker } from './run-picker.tsx';
import { useRuns } from './use-runs.ts';

export type Pane = 'results' | 'plan' | 'schema' | 'pages' | 'why-not' | 'bounds' | 'inside' | 'runs';

export interface OutputPanelProps {
  readonly view: BenchView;
  readonly pane: Pane;
  readonly onPane: (pane: Pane) => void;
  readonly exercise: Exercise;
  /** The text of the answer tab. */
  readonly answer: string;
  /** Brings an earlier text back into the editor. */
  readonly onReopen: (sql: string) => void;
  readonly lab: () => Lab;
  /** Puts a query into the scratch tab. */
  readonly onQuery: (sql: string) => void;
  /** The run whose plan is shown. */
  readonly watched: RunKey | undefined;
  readonly onWatch: (run: RunKey) => void;
}

const SchemaPane = late(async () => (await import('./schema-pane.tsx')).SchemaPane);
const PagesPane = late(async () => (await import('./machine-panes.tsx')).PagesPane);
const WhyNotPane = late(async () => (await import('./machine-panes.tsx')).WhyNotPane);
const BoundsPane = late(async () => (await import('./machine-panes.tsx')).BoundsPane);
const InsidePane = late(async () => (await import('./machine-panes.tsx')).InsideAnswerPane);
const RunsPane = late(async () => (await import('./runs-pane.tsx')).RunsPane);

/** After a run whose plans were stopped: what it did to the database is gone. */
function Gone() {
  return (
    <p className="pw-notice" role="status">
      It was stopped while its plans were made. The database is gone with it; the next run opens a fresh copy.
    </p>
  );
}

function Results({ output }: { readonly output: Output | undefined }) {
  if (!output) return <p className="pw-bench-empty">Run shows here what your statements return.</p>;
  return <OutcomeView sql={output.kind === 'run' ? output.sql : ''} outcome={output} />;
}

interface PlansProps {
  readonly comparisons: readonly PlanComparison[];
  readonly shown: PlanComparison | undefined;
  /** The check that was made last found nothing to plan. */
  readonly refused: boolean;
  readonly onWatch: (run: RunKey) => void;
}

function Plans({ comparisons, shown, refused, onWatch }: PlansProps) {
  if (!shown) {
    return (
      <p className="pw-bench-empty">
        {refused
          ? 'There is no plan yet: the answer could not be run. The checks say why.'
          : 'Run or Check shows here the plan of the workload, before and now.'}
      </p>
    );
  }
  return (
    <>
      <RunPicker comparisons={comparisons} shown={shown} onWatch={onWatch} />
      {shown.message && <p className="pw-notice">{shown.message}</p>}
      {shown.after && <DrawnPlan plan={shown.after} before={shown.before} />}
    </>
  );
}

/** The panes that look into the machine, each on a copy of its own with the answer applied. */
function machinePanes(
  { view, exercise, answer, onWatch }: OutputPanelProps,
  comparisons: readonly PlanComparison[],
  watched: PlanComparison | undefined,
): readonly PaneOf<Pane>[] {
  const machine = { exercise, answer, watched, disabled: view.phase !== 'idle' };
  const of = (pane: ReactNode, runs = comparisons) => (
    <>
      <RunPicker comparisons={runs} shown={watchedOf(runs, watched)} onWatch={onWatch} />
      {pane}
    </>
  );
  const open = comparisons.filter(({ shown }) => shown);
  return [
    { name: 'pages', label: 'Pages', content: of(<PagesPane {...machine} />), late: true },
    { name: 'why-not', label: 'Why not?', content: of(<WhyNotPane {...machine} />), late: true },
    { name: 'bounds', label: 'Bounds', content: of(<BoundsPane {...machine} />, open), late: true },
    { name: 'inside', label: 'Inside', content: <InsidePane {...machine} />, late: true },
  ];
}

/** What came of running and checking, a tab each; each keeps its state while another is shown. */
export function OutputPanel(props: OutputPanelProps) {
  const { view, pane, onPane, exercise, lab, onQuery, onReopen, watched, onWatch } = props;
  const runs = useRuns(view);
  const { output, report, plans: made } = view;
  const comparisons = useMemo(() => comparisonsOf({ output, report, plans: made }), [output, report, made]);
  const shown = watchedOf(comparisons, watched);
  const results = (
    <>
      {view.gone && <Gone />}
      <Results output={view.output} />
    </>
  );
  const refused = view.output === undefined && view.report?.refusal !== undefined;
  const plans = <Plans comparisons={comparisons} shown={shown} refused={refused} onWatch={onWatch} />;
  const current = pane === 'schema' && view.phase === 'idle';
  const schema = <SchemaPane exercise={exercise} lab={lab} current={current} onQuery={onQuery} />;
  const earlier = <RunsPane runs={runs} watched={watched} onReopen={onReopen} />;
  return (
    <div className="pw-bench-output">
      <Panes
        id="pw"
        shown={pane}
        onShow={onPane}
        of={view.output}
        panes={[
          { name: 'results', label: 'Results', content: results },
          { name: 'plan', label: 'Plan', content: view.output?.kind === 'fault' ? results : plans },
          { name: 'schema', label: 'Schema', content: schema, late: true },
          ...machinePanes(props, comparisons, shown),
          { name: 'runs', label: 'Runs', content: earlier, late: true },
        ]}
      />
    </div>
  );
}
