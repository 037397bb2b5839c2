import { useRef, useState } from 'react';
import type { TextEditorHandle } from '../editor/text-editor.tsx';
import { csvOf } from './pasted-csv.ts';
import { looksLikePlan } from './pasted-plan.ts';
import type { PaneName } from './playground-panes.tsx';
import type { PlaygroundActions } from './use-playground.ts';
import type { TextState } from './use-text.ts';

/** Runs the text, or the selection in it; a plan or a table that stands there in place of SQL is shown as what it is. */
export function useRuns(
  draft: TextState,
  actions: PlaygroundActions,
  hush: () => void,
  onCsv: (file: File) => void,
) {
  const editor = useRef<TextEditorHandle>(null);
  const [pane, setPane] = useState<PaneName>('results');
  const [pasted, setPasted] = useState('');
  const run = async (sql: string) => {
    hush();
    if (looksLikePlan(sql)) {
      setPasted(sql);
      return setPane('plan');
    }
    const entry = await actions.run(sql);
    const failed = entry?.outcome.kind !== 'run' || entry.outcome.run.kind !== 'ok';
    if (failed || pane === 'runs') setPane('results');
    const csv = csvOf(entry);
    if (csv) onCsv(csv);
  };
  const runNow = () => void run(editor.current?.selection() ?? draft.now());
  return { editor, pane, setPane, pasted, setPasted, runNow };
}
