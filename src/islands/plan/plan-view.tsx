import { useState } from 'react';
import type { Plan } from '../../plan/plan.ts';
import { printText } from '../../plan/print-text.ts';
import './plan.css';
import { writeTable } from './plan-columns.ts';
import { PlanHeadline, PlanTotals } from './plan-headline.tsx';
import { PlanMargin } from './plan-margin.tsx';
import { writeOutline } from './plan-outline.ts';
import { PlanTable } from './plan-table.tsx';
import { PlanTabs } from './plan-tabs.tsx';
import { PlanJson, PlanText, printJson } from './plan-text.tsx';
import { PlanTree } from './plan-tree.tsx';

export interface PlanViewProps {
  readonly plan: Plan;
}

/** One plan: what to look at first, then the plan as a tree, a table, text or JSON. */
export function PlanView({ plan }: PlanViewProps) {
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
      <p className="pw-plan-totals">
        <PlanTotals plan={plan} />
      </p>
      <PlanHeadline plan={plan} onVisit={visit} />
      <PlanTabs
        label="The plan as"
        shown={tab}
        onShow={show}
        tabs={[
          {
            name: 'Tree',
            content: () => <PlanTree plan={plan} focus={focus} />,
            copy: { what: 'tree', text: () => writeOutline(plan) },
          },
          {
            name: 'Table',
            content: () => <PlanTable plan={plan} />,
            copy: { what: 'table', text: () => writeTable(plan) },
          },
          {
            name: 'Text',
            content: () => <PlanText plan={plan} />,
            copy: { what: 'text', text: () => printText(plan) },
          },
          {
            name: 'JSON',
            content: () => <PlanJson plan={plan} />,
            copy: { what: 'JSON', text: () => printJson(plan) },
          },
        ]}
      />
      <PlanMargin plan={plan} />
    </div>
  );
}
