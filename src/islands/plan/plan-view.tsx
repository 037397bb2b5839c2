import { useState } from 'react';
import { formatMs, formatPlural, formatShare } from '../../plan/format-figures.ts';
import { totalsOf } from '../../plan/metrics.ts';
import type { Plan } from '../../plan/plan.ts';
import './plan.css';
import { describeTotals, PlanHeadline } from './plan-headline.tsx';
import { PlanTable } from './plan-table.tsx';
import { PlanTabs } from './plan-tabs.tsx';
import { PlanJson, PlanText } from './plan-text.tsx';
import { PlanTree } from './plan-tree.tsx';

export interface PlanViewProps {
  readonly plan: Plan;
  /** Site routes of lessons by node kind. */
  readonly lessons?: Readonly<Record<string, string>>;
}

/** One plan: what to look at first, then the plan as a tree, a table, text or JSON. */
export function PlanView({ plan, lessons }: PlanViewProps) {
  const [tab, setTab] = useState('Tree');
  const [focus, setFocus] = useState<{ readonly id: string }>();
  const visit = (id: string) => {
    setTab('Tree');
    setFocus({ id });
  };
  const show = (name: string) => {
    setFocus(undefined);
    setTab(name);
  };
  return (
    <div className="pw-plan">
      <p className="pw-plan-totals">{describeTotals(plan)}</p>
      <PlanHeadline plan={plan} onVisit={visit} />
      <PlanTabs
        label="The plan as"
        shown={tab}
        onShow={show}
        tabs={[
          {
            name: 'Tree',
            content: () => <PlanTree plan={plan} focus={focus} {...(lessons && { lessons })} />,
          },
          { name: 'Table', content: () => <PlanTable plan={plan} /> },
          { name: 'Text', content: () => <PlanText plan={plan} /> },
          { name: 'JSON', content: () => <PlanJson plan={plan} /> },
        ]}
      />
      <PlanMargin plan={plan} />
    </div>
  );
}

/** What PGlite always sets: it has no worker processes. Said of every plan it would say nothing. */
function isOurOwn(name: string, value: string): boolean {
  return name === 'search_path' || (/^max_parallel_workers/.test(name) && value === '0');
}

/** What belongs to the statement and to no node: triggers, JIT, and planner settings that were changed. */
export function PlanMargin({ plan }: { readonly plan: Plan }) {
  const whole = totalsOf(plan).ms ?? 0;
  const share = (ms: number) => (whole > 0 ? `, ${formatShare(ms / whole)} of the time` : '');
  const lines = [
    ...plan.triggers.map(({ constraint, name, calls, ms }) => {
      const what = constraint === undefined ? `Trigger ${name}` : `Foreign key check ${constraint}`;
      return `${what}: ${formatPlural(calls, 'call')}, ${formatMs(ms)}${share(ms)}`;
    }),
    ...(plan.jitMs === undefined
      ? []
      : [`Compiling expressions (JIT): ${formatMs(plan.jitMs)}${share(plan.jitMs)}`]),
    ...Object.entries(plan.settings)
      .filter(([name, value]) => !isOurOwn(name, value))
      .map(([name, value]) => `Setting ${name} = ${value}`),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className="pw-plan-margin">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
