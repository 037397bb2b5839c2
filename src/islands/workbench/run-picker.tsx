import type { Cell } from '../../engine/engine.ts';
import { type PlanComparison, type RunKey, watchedOf } from './plan-comparisons.ts';
import './run-picker.css';

export interface RunPickerProps {
  readonly comparisons: readonly PlanComparison[];
  /** The one that is shown. */
  readonly shown: PlanComparison | undefined;
  readonly onWatch: (run: RunKey) => void;
}

function sayValue(value: Cell): string {
  if (value === null) return 'null';
  return value === '' ? "''" : value;
}

/** The values of a run, in the order of their parameters; those that are kept back are counted where there are several. */
function sayValues(run: PlanComparison, runs: readonly PlanComparison[]): string {
  if (run.shown) return run.params.map(sayValue).join(', ');
  const keptBack = runs.filter(({ shown }) => !shown);
  return keptBack.length > 1 ? `values not shown (${keptBack.indexOf(run) + 1})` : 'values not shown';
}

interface ChoiceProps extends RunPickerProps {
  readonly label: string;
  readonly of: readonly PlanComparison[];
  readonly say: (run: PlanComparison, runs: readonly PlanComparison[]) => string;
}

function Choice({ label, of, say, shown, onWatch }: ChoiceProps) {
  return (
    <fieldset className="pw-run-picker">
      <legend>{label}</legend>
      {of.map((run) => (
        <button
          key={run.key}
          type="button"
          className="pw-tab"
          aria-pressed={run === shown}
          onClick={() => onWatch(run)}
        >
          {say(run, of)}
        </button>
      ))}
    </fieldset>
  );
}

/** Which query's plan is shown, and for which of its values, where there is a choice. */
export function RunPicker(props: RunPickerProps) {
  const { comparisons, shown } = props;
  if (!shown) return null;
  const queries = [...new Set(comparisons.map(({ query }) => query))];
  const firsts = queries.map((query) =>
    query === shown.query ? shown : watchedOf(comparisons, { query, key: '' }),
  );
  const same = comparisons.filter(({ query }) => query === shown.query);
  return (
    <>
      {queries.length > 1 && (
        <Choice
          {...props}
          label="Query"
          of={firsts.filter((run) => run !== undefined)}
          say={({ query }) => query}
        />
      )}
      {same.length > 1 && <Choice {...props} label="With" of={same} say={sayValues} />}
    </>
  );
}
