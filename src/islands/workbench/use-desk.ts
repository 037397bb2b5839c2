import { useEffect, useMemo, useRef, useState } from 'react';
import type { Exercise } from '../../exercise/exercise.ts';
import { errorPlace } from '../editor/error-place.ts';
import type { EditorError } from '../editor/monaco.ts';
import type { TextEditorHandle } from '../editor/text-editor.tsx';
import type { BenchView } from './bench-view.ts';
import type { Tab } from './draft-state.ts';
import type { Pane } from './output-panel.tsx';
import { paneAfterRun, type ShownPane } from './pane-after-run.ts';
import { useBench } from './use-bench.ts';
import { useDrafts } from './use-drafts.ts';
import { useHints } from './use-hints.ts';

/** The error of the last run or check, where it lies in a text. */
function errorIn({ output, report, graded }: BenchView, text: string): EditorError | undefined {
  if (output?.kind === 'run') {
    const { run, sql } = output;
    return errorPlace(text, sql, run.kind === 'sql-error' ? run.error : undefined);
  }
  const refusal = report?.refusal;
  return errorPlace(text, graded ?? '', refusal?.kind === 'sql-error' ? refusal.error : undefined);
}

/** What the page does with the reader's texts and the databases, together. */
export function useDesk(exercise: Exercise) {
  const { view, actions } = useBench(exercise);
  const drafts = useDrafts(exercise);
  const [tab, setTab] = useState<Tab>('answer');
  const [pane, setPane] = useState<ShownPane>({ name: 'results', chosen: false });
  const show = (name: Pane) => setPane({ name, chosen: false });
  const hints = useHints(exercise);
  const editor = useRef<TextEditorHandle>(null);
  const text = drafts.texts[tab];
  const replace = (over: Tab, sql: string) => {
    drafts.replace(over, sql);
    actions.note('replaced');
  };
  const error = useMemo(() => errorIn(view, text), [view, text]);
  const { output } = view;
  const { task } = exercise.spec;
  useEffect(() => {
    if (output?.kind === 'run') setPane((shown) => paneAfterRun(shown, output.run, task));
  }, [output, task]);
  return {
    view,
    actions,
    drafts,
    tab,
    setTab,
    pane: pane.name,
    choosePane: (name: Pane) => setPane({ name, chosen: true }),
    editor,
    error,
    hints,
    run: () => actions.run(editor.current?.selection() ?? drafts.now(tab)),
    /** Runs a text that stands in no tab, and shows what it returns. */
    runGiven(sql: string) {
      show('results');
      document.querySelector('.pw-bench-bar')?.scrollIntoView({ block: 'nearest' });
      void actions.run(sql);
    },
    async check() {
      if (view.phase !== 'idle') return;
      setTab('answer');
      await actions.check(drafts.now('answer'));
      show('plan');
    },
    /** Puts a text in the place of the answer; the reader can take it back. */
    answer(sql: string) {
      setTab('answer');
      replace('answer', sql);
    },
    /** Puts a text in the place of what is in the editor; the reader can take it back. */
    reopen: (sql: string) => replace(tab, sql),
    /** Appends a query to the scratch text, and shows it. */
    queryInScratch(sql: string) {
      setTab('scratch');
      drafts.replace('scratch', `${drafts.now('scratch').trimEnd()}\n\n${sql}`);
    },
    write(sql: string) {
      if (view.note && sql !== drafts.now(tab)) actions.note(undefined);
      drafts.write(tab, sql);
    },
    takeBack() {
      drafts.takeBack();
      actions.note('taken-back');
    },
  };
}

export type Desk = ReturnType<typeof useDesk>;
