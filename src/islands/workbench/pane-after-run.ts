import type { Run } from '../../engine/engine.ts';
import type { Pane } from './output-panel.tsx';

/** The pane that is shown, and whether the reader opened it: a check opens Plan by itself. */
export interface ShownPane {
  readonly name: Pane;
  readonly chosen: boolean;
}

/**
 * The pane to show after a run. Rows are what the reader asked for, and a failure is what they have to know: both stand in
 * Results. What returns no rows leaves the pane as it is, and so does a rewrite whose plan the reader watches: it is the
 * plan of the very text that ran.
 */
export function paneAfterRun(shown: ShownPane, run: Run, task: string): ShownPane {
  const results: ShownPane = { name: 'results', chosen: false };
  if (run.kind !== 'ok') return results;
  if (run.results.every(({ columns }) => columns.length === 0)) return shown;
  const watches = task === 'rewrite' && shown.name === 'plan' && shown.chosen;
  return watches ? shown : results;
}
