import { useEffect, useMemo, useRef, useState } from 'react';
import { TextEditor, type TextEditorHandle } from '../editor/text-editor.tsx';
import type { CatalogRelation } from './catalog.ts';
import { Commands, type DatasetChoice, FileCommands } from './commands.tsx';
import type { Entry } from './history.ts';
import type { PaneName } from './panes.tsx';
import { looksLikePlan } from './pasted-plan.ts';
import './playground.css';
import { PlaygroundPanes } from './playground-panes.tsx';
import { SchemaBrowser } from './schema-browser.tsx';
import { usePlayground } from './use-playground.ts';
import { useText } from './use-text.ts';
import { useTextCommands } from './use-text-commands.ts';

export interface PlaygroundProps {
  /** The first is chosen at first; `empty` is the database without a table. */
  readonly datasets: readonly DatasetChoice[];
  /** What the editor opens with where nothing was written before. */
  readonly start: string;
}

/** Where an error lies in the editor's text: what was run may be a part of it. */
function placeOf(entry: Entry | undefined, text: string): { from: number; message: string } | undefined {
  if (entry?.outcome.kind !== 'run' || entry.outcome.run.kind !== 'sql-error') return undefined;
  const { position, message } = entry.outcome.run.error;
  const start = text.indexOf(entry.sql);
  return position === undefined || start < 0 ? undefined : { from: start + position, message };
}

function queryOf({ name, columns }: CatalogRelation): string {
  const list = columns.slice(0, 8).map((column) => column.name);
  return `select ${columns.length > 8 ? '*' : list.join(', ') || '*'}\nfrom ${name}\nlimit 20;\n`;
}

/** A PostgreSQL of the reader's own: any SQL, its results and plan, the pages it read, the ways it did not take. */
export function Playground({ datasets, start }: PlaygroundProps) {
  const names = useMemo(() => datasets.map(({ name }) => name), [datasets]);
  const draft = useText(names, { dataset: names[0] ?? 'empty', text: start });
  const { text, dataset } = draft;
  const { view, actions } = usePlayground(dataset);
  const [pane, setPane] = useState<PaneName>('results');
  const [pasted, setPasted] = useState('');
  const commands = useTextCommands(draft);
  const [live, setLive] = useState(false);
  const editor = useRef<TextEditorHandle>(null);
  useEffect(() => setLive(true), []);
  const busy = view.phase !== 'idle';
  const { shown } = view;
  const error = useMemo(() => placeOf(shown, text), [shown, text]);
  const run = async () => {
    const sql = editor.current?.selection() ?? text;
    commands.hush();
    if (looksLikePlan(sql)) {
      setPasted(sql);
      return setPane('plan');
    }
    const entry = await actions.run(sql);
    const failed = entry?.outcome.kind !== 'run' || entry.outcome.run.kind !== 'ok';
    if (failed || pane === 'history') setPane('results');
  };
  return (
    <div className="pw-play" data-live={live || undefined}>
      <SchemaBrowser
        catalog={view.catalog}
        opened={view.opened}
        onPick={(relation) =>
          draft.replace(`${text.trimEnd()}${text.trim() === '' ? '' : '\n\n'}${queryOf(relation)}`)
        }
      />
      <div className="pw-play-desk">
        <FileCommands
          live={live}
          datasets={datasets}
          dataset={dataset}
          busy={busy}
          onDataset={draft.choose}
          onFile={(file) => void commands.open(file)}
          onFormat={() => void commands.format()}
          onLink={() => void commands.copyLink()}
        />
        <div className="pw-play-said" role="status">
          {(commands.said ?? draft.notice) && <p>{commands.said ?? draft.notice}</p>}
          {draft.aside && (
            <button type="button" className="pw-button" data-quiet onClick={draft.restore}>
              Back to my draft
            </button>
          )}
        </div>
        <section
          className="pw-play-editor"
          aria-label="Editor"
          onFocus={actions.warm}
          onPointerEnter={actions.warm}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => void commands.drop(event)}
        >
          <TextEditor
            ref={editor}
            label="SQL"
            value={text}
            revision={draft.revision}
            onChange={draft.write}
            onRun={() => void run()}
            onCheck={() => void run()}
            error={error}
          />
        </section>
        <Commands
          view={view}
          live={live}
          onRun={() => void run()}
          onStop={() => void actions.stop()}
          onReset={() => void actions.reset()}
        />
        <PlaygroundPanes
          view={view}
          actions={actions}
          dataset={dataset}
          text={text}
          live={live}
          pane={pane}
          onPane={setPane}
          pasted={pasted}
          onPaste={setPasted}
          onReopen={(entry) => {
            draft.replace(entry.sql);
            actions.reopen(entry);
            setPane('results');
          }}
        />
      </div>
    </div>
  );
}
