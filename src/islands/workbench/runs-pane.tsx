import { useId, useState } from 'react';
import type { Plan } from '../../plan/plan.ts';
import { PlanChange } from '../plan/plan-change.tsx';
import { headOf, timeOf } from '../runs/outcome.ts';
import { RunList } from '../runs/run-list.tsx';
import { type RunKey, watchedOf } from './plan-comparisons.ts';
import './runs-pane.css';
import type { BenchRun } from './use-runs.ts';

export interface RunsPaneProps {
  readonly runs: readonly BenchRun[];
  /** The run whose plans are compared; the first where none was chosen. */
  readonly watched: RunKey | undefined;
  readonly onReopen: (sql: string) => void;
}

function planOf(run: BenchRun | undefined, watched: RunKey | undefined): Plan | undefined {
  return run && watchedOf(run.plans, watched)?.after;
}

const nameOf = ({ at, kind, outcome, sql }: BenchRun) =>
  `${timeOf(at)} ${kind === 'check' ? outcome : 'run'}: ${headOf(sql)}`;

const noteOf = ({ at, kind, outcome }: BenchRun) =>
  `${timeOf(at)}, ${kind === 'check' ? 'checked' : 'run'}: ${outcome}`;

interface RunChoiceProps {
  readonly label: string;
  readonly runs: readonly BenchRun[];
  readonly chosen: number | undefined;
  readonly onChoose: (id: number) => void;
}

function RunChoice({ label, runs, chosen, onChoose }: RunChoiceProps) {
  const id = useId();
  return (
    <span className="pw-runs-pick">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={chosen} onChange={({ target }) => onChoose(Number(target.value))}>
        {runs.map((run) => (
          <option key={run.id} value={run.id}>
            {nameOf(run)}
          </option>
        ))}
      </select>
    </span>
  );
}

/** Two of the runs, their plans step by step. */
function Compared({ runs, watched }: Pick<RunsPaneProps, 'runs' | 'watched'>) {
  const planned = runs.filter((run) => planOf(run, watched) !== undefined);
  const [older, setOlder] = useState<number>();
  const [newer, setNewer] = useState<number>();
  const [last, next] = planned;
  if (last === undefined || next === undefined) return null;
  const [from, to] = [older ?? next.id, newer ?? last.id];
  const find = (id: number) =>
    planOf(
      planned.find((run) => run.id === id),
      watched,
    );
  const [before, after] = [find(from), find(to)];
  return (
    <>
      <div className="pw-runs-picks">
        <RunChoice label="Compare" runs={planned} chosen={from} onChoose={setOlder} />
        <RunChoice label="with" runs={planned} chosen={to} onChoose={setNewer} />
      </div>
      {before && after && <PlanChange before={before} after={after} />}
    </>
  );
}

/** The runs of this visit: each can be brought back into the editor, and two can be compared. */
export function RunsPane({ runs, watched, onReopen }: RunsPaneProps) {
  if (runs.length === 0)
    return <p className="pw-bench-empty">Each run and each check of this visit is listed here.</p>;
  return (
    <>
      <RunList
        runs={runs.map((run) => ({ id: run.id, sql: run.sql, note: noteOf(run) }))}
        about="Bring this text back into the editor"
        onOpen={(id) => onReopen(runs.find((run) => run.id === id)?.sql ?? '')}
      />
      <Compared runs={runs} watched={watched} />
    </>
  );
}
