import { useEffect, useMemo } from 'react';
import type { Exercise } from '../../exercise/exercise.ts';
import type { Plan } from '../../plan/plan.ts';
import { bindParams } from '../../session/bind-params.ts';
import { concealWhatIf, concealWhyNot } from '../../session/conceal-looks.ts';
import { datasetOf } from '../../session/dataset-of.ts';
import { keepCopy } from '../../session/kept-copy.ts';
import { INSIDE_EXTENSIONS } from '../../session/lesson-look.ts';
import { givenRun } from '../../session/preview.ts';
import { describeFailure, onThrowAway } from '../../session/throw-away.ts';
import { touchedPages } from '../../session/touched-pages.ts';
import { whatIf } from '../../session/what-if.ts';
import { whyNot } from '../../session/why-not.ts';
import { pageEngine } from '../engine.ts';
import { InsidePane } from '../machine/inside-pane.tsx';
import { LookPane } from '../machine/look-pane.tsx';
import { PagesGrid } from '../machine/pages-grid.tsx';
import { SelectivityPane } from '../machine/selectivity-pane.tsx';
import { WhatIfForm } from '../machine/what-if-form.tsx';
import { WhyNot } from '../machine/why-not.tsx';
import type { PlanComparison } from './plan-comparisons.ts';

export interface MachinePaneProps {
  readonly exercise: Exercise;
  /** The text of the answer tab: what is looked into is a fresh copy on which it was run. */
  readonly answer: string;
  /** The run that is looked at; the first shown one where no plan was made yet. */
  readonly watched: PlanComparison | undefined;
  readonly disabled: boolean;
}

/** A run as text that runs by itself, and what is to be done to a fresh copy before it. */
function subjectOf({ exercise, answer, watched }: MachinePaneProps) {
  const given = givenRun(exercise, watched?.query);
  const rewrite = exercise.spec.task === 'rewrite';
  const sql = rewrite ? answer.trim().replace(/;\s*$/, '') : (given?.sql ?? '');
  const params = watched?.params ?? given?.params ?? [];
  return { text: bindParams(sql, params, []), setup: rewrite ? '' : answer };
}

const asItIs = (plan: Plan): Plan => plan;

/** Which pages of the table and its indexes the query touches, with the answer applied. */
export function PagesPane(props: MachinePaneProps) {
  const { text, setup } = subjectOf(props);
  const base = datasetOf(props.exercise);
  const dataset = { ...base, extensions: [...(base.extensions ?? []), 'pg_buffercache'] };
  return (
    <LookPane
      action="Show the pages"
      about="Runs the query on a fresh copy with your answer applied, and lights the pages it touched."
      of={setup + text}
      disabled={props.disabled}
      look={() => onThrowAway(pageEngine(), dataset, setup, (subject) => touchedPages(subject, text))}
      show={(touched) => <PagesGrid touched={touched} />}
    />
  );
}

/** What the planner turned down, with your answer applied, and what an index would change. */
export function WhyNotPane(props: MachinePaneProps) {
  const { text, setup } = subjectOf(props);
  const dataset = datasetOf(props.exercise);
  const { conceal = asItIs } = props.watched ?? {};
  return (
    <>
      <LookPane
        action="Ask why not"
        about="Plans the query the ways it turned down, on a fresh copy with your answer applied, and compares."
        of={setup + text}
        disabled={props.disabled}
        look={async () => {
          const looked = await onThrowAway(pageEngine(), dataset, setup, (subject) => whyNot(subject, text));
          return looked.kind === 'ok' ? { ...looked, found: concealWhyNot(looked.found, conceal) } : looked;
        }}
        show={(found) => <WhyNot found={found} />}
      />
      <WhatIfForm
        placeholder="create index on ... (...)"
        disabled={props.disabled}
        ask={async (ddl) => {
          const asked = await onThrowAway(pageEngine(), dataset, setup, (subject) =>
            whatIf(subject, ddl, text),
          );
          return asked.kind === 'ok' ? { ...asked, found: concealWhatIf(asked.found, conceal) } : asked;
        }}
      />
    </>
  );
}

/**
 * What the planner does as a bound of the query moves, with your answer applied to a copy that is kept meanwhile. It would
 * show where a value lies that is kept back, so it begins at one that is shown.
 */
export function BoundsPane({ watched, ...props }: MachinePaneProps) {
  const { exercise } = props;
  const shown = watched?.shown ? watched.params : givenRun(exercise, watched?.query)?.params;
  const { text, setup } = subjectOf({ ...props, watched: watched && { ...watched, params: shown ?? [] } });
  const copy = useMemo(
    () =>
      keepCopy(pageEngine(), datasetOf(exercise), async (subject) => {
        const run = setup.trim() === '' ? undefined : await subject.run(setup);
        return run === undefined || run.kind === 'ok'
          ? { kind: 'ok', found: undefined }
          : { kind: 'none', message: describeFailure(run) };
      }),
    [exercise, setup],
  );
  useEffect(() => () => void copy.close(), [copy]);
  return <SelectivityPane key={setup + text} ask={copy.ask} text={text} disabled={props.disabled} />;
}

/** The pages of tables and indexes with your answer applied. */
export function InsideAnswerPane(props: MachinePaneProps) {
  const { text, setup } = subjectOf(props);
  const base = datasetOf(props.exercise);
  const dataset = { ...base, extensions: [...new Set([...(base.extensions ?? []), ...INSIDE_EXTENSIONS])] };
  return (
    <InsidePane
      ask={(look) => onThrowAway(pageEngine(), dataset, setup, look)}
      of={setup}
      about={`${setup}\n${text}`}
      disabled={props.disabled}
    />
  );
}
