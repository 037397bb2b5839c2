import type { Exercise } from '../../exercise/exercise.ts';
import { shortcutArea } from '../commands/shortcuts.ts';
import '../divider/divider.css';
import { TextEditor } from '../editor/text-editor.tsx';
import { useLive } from '../use-live.ts';
import type { AfterPassProps } from './after-pass.tsx';
import { ChecksPanel } from './checks-panel.tsx';
import { HintList } from './hint-list.tsx';
import { OutputPanel } from './output-panel.tsx';
import { StorageNotice } from './storage-notice.tsx';
import { Toolbar } from './toolbar.tsx';
import { type Desk, useDesk } from './use-desk.ts';
import { useGivenQueries } from './use-given-queries.ts';
import './workbench.css';

export interface WorkbenchProps {
  readonly exercise: Exercise;
  /** The goals in words, by check id, as the grader names them. */
  readonly goals: readonly { readonly id: string; readonly title: string }[];
  /** Address of the exercise to go on with. */
  readonly next?: { readonly href: string; readonly title: string } | undefined;
  /** What is offered once it was passed. */
  readonly after: AfterPassProps;
  /** The site's base path without a trailing slash, for links to lessons. */
  readonly base: string;
  /** Id of an element beside the task that takes the checks on wide screens. It may hold them as static text. */
  readonly checksSlot?: string | undefined;
  /** Inside another page: no own height, fewer controls. */
  readonly compact?: boolean;
}

function Editor({ desk }: { readonly desk: Desk }) {
  const { actions, drafts, tab } = desk;
  return (
    <section
      className="pw-bench-editor"
      id="editor-pane"
      aria-label="Editor"
      onFocus={actions.warm}
      onPointerEnter={actions.warm}
    >
      <TextEditor
        key={tab}
        ref={desk.editor}
        label={tab === 'answer' ? 'SQL, your answer' : 'SQL, scratch'}
        value={drafts.texts[tab]}
        revision={drafts.revision}
        onChange={desk.write}
        onRun={() => void desk.run()}
        onCheck={() => void desk.check()}
        error={desk.error}
      />
    </section>
  );
}

/** The line by which the editor is made higher; a script of the page (`Bench.astro`) brings it to life. */
function Divider() {
  return (
    <pw-divider controls="editor-pane" between="rows" label="Height of the editor" suppressHydrationWarning />
  );
}

/** The exercise's editor, results, plan and checks. Without JavaScript it shows the starting text and the goals. */
export function Workbench({
  exercise,
  goals,
  next,
  after,
  base,
  checksSlot,
  compact = false,
}: WorkbenchProps) {
  const desk = useDesk(exercise);
  const live = useLive();
  useGivenQueries(exercise, desk.runGiven);
  const { view, drafts } = desk;
  const output = (
    <OutputPanel
      key="output"
      view={view}
      pane={desk.pane}
      onPane={desk.choosePane}
      exercise={exercise}
      answer={drafts.texts.answer}
      onReopen={desk.reopen}
      lab={desk.actions.lab}
      onQuery={desk.queryInScratch}
      watched={desk.watched}
      onWatch={desk.watch}
    />
  );
  const checks = (
    <ChecksPanel
      key="checks"
      slot={checksSlot}
      exercise={exercise.id}
      view={view}
      goals={goals}
      base={base}
      next={next}
      after={after}
      answer={drafts.texts.answer}
      onAnswer={desk.answer}
      onPlan={desk.showPlan}
    />
  );
  // A verdict stands where it is seen without scrolling, before the plans that explain it; what was run since, before it.
  const judged = view.report !== undefined && view.output === undefined;
  return (
    <div
      className="pw-bench"
      data-slotted={checksSlot === undefined ? undefined : true}
      data-compact={compact || undefined}
      data-judged={judged || undefined}
      data-live={live || undefined}
      {...shortcutArea({ onRun: () => void desk.run(), onCheck: () => void desk.check() })}
    >
      <Editor desk={desk} />
      <Toolbar
        desk={desk}
        exercise={exercise}
        playground={compact ? undefined : `${base}/playground/`}
        live={live}
      />
      <Divider />
      <HintList
        exercise={exercise.id}
        hints={exercise.spec.hints}
        open={desk.hints.open}
        said={desk.hints.said}
        folded={desk.view.report?.passed === true}
      />
      <StorageNotice drafts={drafts} />
      {judged ? [checks, output] : [output, checks]}
    </div>
  );
}
