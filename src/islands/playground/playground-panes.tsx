import { touchedPages } from '../../session/touched-pages.ts';
import { whatIf } from '../../session/what-if.ts';
import { whyNot } from '../../session/why-not.ts';
import { LookPane } from '../machine/look-pane.tsx';
import { PagesGrid } from '../machine/pages-grid.tsx';
import { WhatIfForm } from '../machine/what-if-form.tsx';
import { WhyNot } from '../machine/why-not.tsx';
import { type Entry, headOf, writeScript } from './history.ts';
import { HistoryPane } from './history-pane.tsx';
import { saveFile } from './open-file.ts';
import { type PaneName, Panes } from './panes.tsx';
import { PlanPane } from './plan-pane.tsx';
import { ResultsPane } from './results-pane.tsx';
import type { PlaygroundActions, PlaygroundView } from './use-playground.ts';

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
}

/** Results, plan, pages, the ways not taken and the history of the last run or of the one that was opened again. */
export function PlaygroundPanes(props: PlaygroundPanesProps) {
  const { view, actions, dataset, pane, onPane, pasted, onPaste, onReopen } = props;
  const { shown } = view;
  const about = shown?.sql ?? props.text;
  const looks = {
    of: String(shown?.id ?? 0),
    disabled: !props.live || view.phase !== 'idle',
  };
  return (
    <Panes
      shown={pane}
      onShow={onPane}
      content={{
        results: <ResultsPane entry={shown} fault={view.fault} />,
        plan: (
          <PlanPane
            entry={shown}
            earlier={view.history}
            nameOf={(entry) => `${entry.at.toLocaleTimeString('en-GB')} ${headOf(entry.sql)}`}
            pasted={pasted}
            onPaste={onPaste}
          />
        ),
        pages: (
          <LookPane
            action="Show the pages"
            about="Which pages of its tables and indexes the last statement looks at."
            {...looks}
            look={() => actions.look((lab) => touchedPages(lab, about))}
            show={(touched) => <PagesGrid touched={touched} />}
          />
        ),
        'why-not': (
          <>
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
        ),
        history: (
          <HistoryPane
            history={view.history}
            shown={shown}
            onOpen={onReopen}
            onDownload={() => saveFile(`planwright-${dataset}.sql`, writeScript(view.history, dataset))}
          />
        ),
      }}
    />
  );
}
