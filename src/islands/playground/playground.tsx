import { useMemo } from 'react';
import { shortcutArea } from '../commands/shortcuts.ts';
import { errorPlace } from '../editor/error-place.ts';
import type { EditorError } from '../editor/monaco.ts';
import { TextEditor } from '../editor/text-editor.tsx';
import { useLeaveQuestion } from '../use-leave-question.ts';
import { useLive } from '../use-live.ts';
import { Commands, type DatasetChoice, FileCommands } from './commands.tsx';
import { CsvDrop } from './csv-drop.tsx';
import { EditorSection } from './editor-section.tsx';
import type { Entry } from './history.ts';
import { OtherDrafts } from './other-drafts.tsx';
import { looksLikeCsv } from './pasted-csv.ts';
import './playground.css';
import { PlaygroundPanes } from './playground-panes.tsx';
import { firstRowsOf, queryOf } from './relation-query.ts';
import { Said } from './said.tsx';
import { SchemaBrowser } from './schema-browser.tsx';
import { isCsv, useCsv } from './use-csv.ts';
import { usePlayground } from './use-playground.ts';
import { useRuns } from './use-runs.ts';
import { useText } from './use-text.ts';
import { useTextCommands } from './use-text-commands.ts';

export interface PlaygroundProps {
  /** The first is chosen at first; `empty` is the database without a table. */
  readonly datasets: readonly DatasetChoice[];
  /** What the editor opens with where nothing was written before. */
  readonly start: string;
}

/** The error of the run that is shown, where it lies in a text. */
function errorIn(entry: Entry | undefined, text: string): EditorError | undefined {
  if (entry?.outcome.kind !== 'run') return undefined;
  const { run } = entry.outcome;
  return errorPlace(text, entry.sql, run.kind === 'sql-error' ? run.error : undefined);
}

function withAppended(text: string, query: string): string {
  return `${text.trimEnd()}${text.trim() === '' ? '' : '\n\n'}${query}`;
}

/** What the page does with the text, the database and files, together. */
function useDesk({ datasets, start }: PlaygroundProps) {
  const names = useMemo(() => datasets.map(({ name }) => name), [datasets]);
  const draft = useText(names, { dataset: names[0] ?? 'empty', text: start });
  const { view, actions } = usePlayground(draft.dataset);
  const commands = useTextCommands(draft);
  const append = (query: string) => draft.replace(withAppended(draft.now(), query));
  const csv = useCsv(actions, (table, pasted) => {
    const query = firstRowsOf(table);
    // What was pasted is a table now, and would be in the way of the next run.
    if (pasted && looksLikeCsv(draft.now())) draft.replace(query);
    else append(query);
  });
  const hush = () => {
    commands.hush();
    csv.hush();
  };
  const runs = useRuns(draft, actions, hush, (file) => void csv.open(file, true));
  /** The next thing that is pressed is meant for the text again. */
  const format = () => {
    csv.hush();
    void commands.format().then(() => runs.editor.current?.focus());
  };
  const copyLink = () => {
    csv.hush();
    void commands.copyLink();
  };
  const open = (file: File) => {
    hush();
    void (isCsv(file) ? csv.open(file) : commands.open(file));
  };
  /** A text that was run stands in the runs: it needs no draft beside the one that takes its place. */
  const bring = (sql: string) => {
    if (view.history.some((entry) => entry.sql === draft.now())) draft.replace(sql);
    else draft.bring(sql);
  };
  const reopen = (entry: Entry) => {
    bring(entry.sql);
    actions.reopen(entry);
    runs.setPane('results');
  };
  return {
    draft,
    view,
    actions,
    commands,
    append,
    csv,
    ...runs,
    format,
    copyLink,
    open,
    bring,
    reopen,
  };
}

type Desk = ReturnType<typeof useDesk>;

function Editor({ desk }: { readonly desk: Desk }) {
  const { draft, view, actions } = desk;
  const { text } = draft;
  const error = useMemo(() => errorIn(view.shown, text), [view.shown, text]);
  return (
    <EditorSection onNear={actions.warm} onFile={desk.open}>
      <TextEditor
        ref={desk.editor}
        label="SQL"
        value={text}
        revision={draft.revision}
        onChange={draft.write}
        onRun={desk.runNow}
        onCheck={desk.runNow}
        error={error}
      />
    </EditorSection>
  );
}

/** A PostgreSQL of the reader's own: any SQL, its results and plan, the pages it read, the ways it did not take. */
export function Playground(props: PlaygroundProps) {
  const desk = useDesk(props);
  const { draft, view, actions, commands, csv } = desk;
  const live = useLive();
  useLeaveQuestion(!draft.isKept && !commands.isSaved);
  const busy = view.phase !== 'idle';
  return (
    <div
      className="pw-play"
      data-live={live || undefined}
      {...shortcutArea({ onRun: desk.runNow, onCheck: desk.runNow })}
    >
      <div className="pw-play-desk">
        <FileCommands
          live={live}
          datasets={props.datasets}
          dataset={draft.dataset}
          busy={busy}
          onDataset={draft.choose}
          onFile={desk.open}
          onFormat={desk.format}
          onLink={desk.copyLink}
        >
          <OtherDrafts draft={draft} />
        </FileCommands>
        <Said
          said={csv.said ?? commands.said ?? draft.notice}
          offersFile={!draft.isKept || commands.wantsFile}
          onSave={commands.save}
        />
        {csv.csv && (
          <CsvDrop key={csv.csv.file} csv={csv.csv} busy={busy} onLoad={csv.load} onClose={csv.close} />
        )}
        <Editor desk={desk} />
        <Commands
          view={view}
          live={live}
          onRun={desk.runNow}
          onStop={() => void actions.stop()}
          onReset={() => void actions.reset()}
        />
        <PlaygroundPanes
          view={view}
          actions={actions}
          dataset={draft.dataset}
          text={draft.text}
          live={live}
          pane={desk.pane}
          onPane={desk.setPane}
          pasted={desk.pasted}
          onPaste={desk.setPasted}
          onReopen={desk.reopen}
          onText={desk.bring}
        />
      </div>
      <SchemaBrowser
        catalog={view.catalog}
        opened={view.opened}
        described={props.datasets.find(({ name }) => name === draft.dataset)?.tables ?? []}
        onPick={(relation) => desk.append(queryOf(relation))}
      />
    </div>
  );
}
