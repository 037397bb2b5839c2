import { touchedPages } from '../../session/touched-pages.ts';
import { whatIf } from '../../session/what-if.ts';
import { whyNot } from '../../session/why-not.ts';
import { LookPane } from '../machine/look-pane.tsx';
import { PagesGrid } from '../machine/pages-grid.tsx';
import { WhatIfForm } from '../machine/what-if-form.tsx';
import { WhyNot } from '../machine/why-not.tsx';
import { late } from '../panes/late.tsx';
import { type Pane, Panes } from '../panes/panes.tsx';
import { headOf, timeOf } from '../runs/outcome.ts';
import { saveFile } from '../save-file.ts';
import { type Entry, writeScript } from './history.ts';
import { HistoryPane } from './history-pane.tsx';
import './playground-panes.css';
import { PlanPane } from './plan-pane.tsx';
import { ResultsPane } from './results-pane.tsx';
import { usePastRuns } from './use-past-runs.ts';
import type { PlaygroundActions, PlaygroundView } from './use-playground.ts';

const InsidePane = late(async () => (await import('../machine/inside-pane.tsx')).InsidePane);
const SelectivityPane = late(async () => (await import('../machine/selectivity-pane.tsx')).SelectivityPane);

export type PaneName = 'results' | 'plan' | 'pages' | 'why-not' | 'bounds' | 'inside' | 'runs';

export interface PlaygroundPanesProps {
  readonly view: PlaygroundView;
  readonly actions: PlaygroundActions;
  readonly dataset: string;
  /** What is looked at before anything ran. */
  readonly text: string;
  readonly live: boolean;
  readonly pane: PaneName;
  readonly onPane: (pane: PaneName) => void;
  readonly pasted: string;
  readonly onPaste: (text: string) => void;
  readonly onReopen: (entry: Entry) => void;
  /** Brings a text back into the editor. */
  readonly onText: (sql: string) => void;
}

/** That the panes look at what was run last, where the editor holds another text by now. */
function Outdated({ shown, text }: { readonly shown: Entry | undefined; readonly text: string }) {
  if (!shown || text.includes(shown.sql.trim())) return null;
  return (
    <p className="pw-notice">
      The text in the editor is another one by now. This looks at what was run last,{' '}
      <code>{headOf(shown.sql)}</code>: run the text to look at it.
    </p>
  );
}

/** The panes that look into the machine. */
function machinePanes({
  view,
  actions,
  dataset,
  text,
  live,
}: PlaygroundPanesProps): readonly Pane<PaneName>[] {
  const { shown } = view;
  const about = shown?.sql ?? text;
  const looks = { of: String(shown?.id ?? 0), disabled: !live || view.phase !== 'idle' };
  const outdated = <Outdated shown={shown} text={text} />;
  const pages = (
    <>
      {outdated}
      <LookPane
        action="Show the pages"
        about="Which pages of its tables and indexes the last statement looks at."
        {...looks}
        look={() => actions.look((lab) => touchedPages(lab, about))}
        show={(touched) => <PagesGrid touched={touched} />}
      />
    </>
  );
  const ways = (
    <>
      {outdated}
      <LookPane
        action="Ask why not"
        about="The other ways to read the tables of the last statement, with their costs."
        {...looks}
        look={() => actions.look((lab) => whyNot(lab, about))}
        show={(found) => <WhyNot found={found} />}
      />
      <WhatIfForm
        placeholder="create index on ... (...)"
        disabled={looks.disabled}
        ask={(ddl) => actions.look((lab) => whatIf(lab, ddl, about))}
      />
    </>
  );
  const bounds = (
    <>
      {outdated}
      <SelectivityPane key={dataset} ask={actions.look} text={about} disabled={looks.disabled} />
    </>
  );
  return [
    { name: 'pages', label: 'Pages', content: pages },
    { name: 'why-not', label: 'Why not?', content: ways },
    { name: 'bounds', label: 'Bounds', content: bounds, late: true },
    {
      name: 'inside',
      label: 'Inside',
      content: <InsidePane ask={actions.look} about={about} {...looks} />,
      late: true,
    },
  ];
}

/** Results, plan, the machine and the history of the last run or of the one that was opened again. */
export function PlaygroundPanes(props: PlaygroundPanesProps) {
  const { view, dataset, pane, onPane, pasted, onPaste, onReopen, onText } = props;
  const { shown, history } = view;
  const past = usePastRuns(history);
  const nameOf = (entry: Entry) => `${timeOf(entry.at)} ${headOf(entry.sql)}`;
  const plan = <PlanPane entry={shown} earlier={history} nameOf={nameOf} pasted={pasted} onPaste={onPaste} />;
  const runs = (
    <HistoryPane
      history={history}
      past={past}
      shown={shown}
      onOpen={onReopen}
      onText={onText}
      onDownload={() =>
        saveFile(`planwright-${dataset}.sql`, writeScript(history, dataset), 'application/sql')
      }
    />
  );
  return (
    <div className="pw-play-output">
      <Panes
        id="pw-play"
        shown={pane}
        onShow={onPane}
        of={shown}
        panes={[
          {
            name: 'results',
            label: 'Results',
            content: <ResultsPane entry={shown} fault={view.fault} anew={past.length > 0} />,
          },
          { name: 'plan', label: 'Plan', content: plan },
          ...machinePanes(props),
          { name: 'runs', label: 'Runs', content: runs },
        ]}
      />
    </div>
  );
}
