import { type DragEvent, useEffect, useMemo, useRef, useState } from 'react';
import { touchedPages } from '../../session/touched-pages.ts';
import { whatIf } from '../../session/what-if.ts';
import { whyNot } from '../../session/why-not.ts';
import { TextEditor, type TextEditorHandle } from '../editor/text-editor.tsx';
import { LookPane } from '../machine/look-pane.tsx';
import { PagesGrid } from '../machine/pages-grid.tsx';
import { WhatIfForm } from '../machine/what-if-form.tsx';
import { WhyNot } from '../machine/why-not.tsx';
import type { CatalogRelation } from './catalog.ts';
import { Commands, type DatasetChoice, FileCommands } from './commands.tsx';
import { type Entry, headOf, writeScript } from './history.ts';
import { HistoryPane } from './history-pane.tsx';
import { writeFragment } from './link.ts';
import { formatSql, openFile, saveFile } from './open-file.ts';
import { type PaneName, Panes } from './panes.tsx';
import { looksLikePlan } from './pasted-plan.ts';
import { PlanPane } from './plan-pane.tsx';
import './playground.css';
import { ResultsPane } from './results-pane.tsx';
import { SchemaBrowser } from './schema-browser.tsx';
import { usePlayground } from './use-playground.ts';
import { useText } from './use-text.ts';

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
  const [said, setSaid] = useState<string>();
  const [live, setLive] = useState(false);
  const editor = useRef<TextEditorHandle>(null);
  useEffect(() => setLive(true), []);
  const busy = view.phase !== 'idle';
  const { shown } = view;
  const error = useMemo(() => placeOf(shown, text), [shown, text]);
  const run = async () => {
    const sql = editor.current?.selection() ?? text;
    setSaid(undefined);
    if (looksLikePlan(sql)) {
      setPasted(sql);
      return setPane('plan');
    }
    const entry = await actions.run(sql);
    const failed = entry?.outcome.kind !== 'run' || entry.outcome.run.kind !== 'ok';
    if (failed || pane === 'history') setPane('results');
  };
  const take = (next: { kind: 'ok'; text: string } | { kind: 'refused'; message: string }) => {
    setSaid(next.kind === 'refused' ? next.message : undefined);
    if (next.kind === 'ok') draft.replace(next.text);
  };
  const copyLink = async () => {
    const fragment = writeFragment({ dataset, text });
    if (fragment === undefined) return setSaid('This text is too long for a link. Save it as a file.');
    history.replaceState(null, '', `${location.pathname}${fragment}`);
    const done = await navigator.clipboard?.writeText(location.href).then(
      () => true,
      () => false,
    );
    setSaid(
      done
        ? 'The link is copied. The text is in the link itself and was sent nowhere.'
        : 'The link is in the address bar.',
    );
  };
  const drop = async (event: DragEvent) => {
    const file = event.dataTransfer.files[0];
    if (!file) return;
    event.preventDefault();
    take(await openFile(file));
  };
  const about = shown?.sql ?? text;
  const turn = `${shown?.id ?? 0}`;
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
          onFile={async (file) => take(await openFile(file))}
          onFormat={async () => take(await formatSql(text))}
          onLink={() => void copyLink()}
        />
        <div className="pw-play-said" role="status">
          {(said ?? draft.notice) && <p>{said ?? draft.notice}</p>}
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
          onDrop={(event) => void drop(event)}
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
        <Panes
          shown={pane}
          onShow={setPane}
          content={{
            results: <ResultsPane entry={shown} fault={view.fault} />,
            plan: (
              <PlanPane
                entry={shown}
                earlier={view.history}
                nameOf={(entry) => `${entry.at.toLocaleTimeString('en-GB')} ${headOf(entry.sql)}`}
                pasted={pasted}
                onPaste={setPasted}
              />
            ),
            pages: (
              <LookPane
                action="Show the pages"
                about="Which pages of its tables and indexes the last statement looks at."
                of={turn}
                disabled={!live || busy}
                look={() => actions.look((lab) => touchedPages(lab, about))}
                show={(touched) => <PagesGrid touched={touched} />}
              />
            ),
            'why-not': (
              <>
                <LookPane
                  action="Ask why not"
                  about="The other ways to read the tables of the last statement, with their costs."
                  of={turn}
                  disabled={!live || busy}
                  look={() => actions.look((lab) => whyNot(lab, about))}
                  show={(found) => <WhyNot found={found} />}
                />
                <WhatIfForm
                  placeholder="create index on ... (...)"
                  disabled={!live || busy}
                  ask={(ddl) => actions.look((lab) => whatIf(lab, ddl, about))}
                />
              </>
            ),
            history: (
              <HistoryPane
                history={view.history}
                shown={shown}
                onOpen={(entry) => {
                  draft.replace(entry.sql);
                  actions.reopen(entry);
                  setPane('results');
                }}
                onDownload={() => saveFile(`planwright-${dataset}.sql`, writeScript(view.history, dataset))}
              />
            ),
          }}
        />
      </div>
    </div>
  );
}
