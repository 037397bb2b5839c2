import { useEffect, useId, useMemo, useState } from 'react';
import { compareEstimates, type Estimate, findWorstEstimate } from '../../plan/estimates.ts';
import { explainPlan } from '../../plan/explain-node.ts';
import { findCostliest, findLargestRead, isNeverExecuted, listNodes } from '../../plan/metrics.ts';
import type { Plan, PlanNode } from '../../plan/plan.ts';
import { describeBranch } from './describe-node.ts';
import './plan.css';
import { PlanNodeCard } from './plan-node.tsx';
import { type PlanScales, scalesOf } from './plan-scale.ts';

export interface PlanTreeProps {
  readonly plan: Plan;
  /** A word on single nodes, by node id: `was Seq Scan`. */
  readonly labels?: ReadonlyMap<string, string>;
  /** Bars drawn by the scales of a comparison; of this plan alone when left out. */
  readonly scales?: PlanScales;
  /** Unfolds what hides this node and moves the focus to it. A new object asks again. */
  readonly focus?: { readonly id: string } | undefined;
  /** Site routes of lessons by node kind, for `More`. */
  readonly lessons?: Readonly<Record<string, string>>;
}

/** From so many nodes on, cards are drawn small. */
const many = 9;

/** The plan as a tree of cards: the root on top, each node's inputs indented below it. */
export function PlanTree({ plan, labels, scales, focus, lessons }: PlanTreeProps) {
  const prefix = useId();
  const drawn = useMemo(() => drawAll(plan), [plan]);
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => foldIdle(plan));
  const [planShown, setPlanShown] = useState(plan);
  if (planShown !== plan) {
    setPlanShown(plan);
    setFolded(foldIdle(plan));
  }
  const anchorOf = (id: string) => `${prefix}-node-${id}`;
  useEffect(() => {
    if (focus === undefined) return;
    setFolded((now) => new Set([...now].filter((id) => !focus.id.startsWith(`${id}.`))));
    const found = requestAnimationFrame(() => {
      const card = document.getElementById(`${prefix}-node-${focus.id}`);
      card?.focus({ preventScroll: true });
      card?.scrollIntoView({ block: 'center', behavior: 'instant' });
    });
    return () => cancelAnimationFrame(found);
  }, [focus, prefix]);
  const toggle = (id: string) => {
    const next = new Set(folded);
    if (!next.delete(id)) next.add(id);
    setFolded(next);
  };
  const draw = (node: PlanNode) => {
    const open = !folded.has(node.id);
    const branch = describeBranch(node);
    return (
      <li key={node.id} data-branch={branch !== undefined || undefined}>
        {branch !== undefined && <p className="pw-plan-branch">{branch}</p>}
        <PlanNodeCard
          plan={plan}
          node={node}
          sentence={drawn.sentences.get(node.id) ?? ''}
          estimate={drawn.estimates.get(node.id)}
          scales={scales ?? drawn.scales}
          label={labels?.get(node.id)}
          notes={drawn.notes.get(node.id) ?? []}
          anchor={anchorOf(node.id)}
          below={listNodes(node).length - 1}
          open={open}
          onToggle={() => toggle(node.id)}
          lessons={lessons}
        />
        {open && node.children.length > 0 && <ul>{node.children.map(draw)}</ul>}
      </li>
    );
  };
  return (
    <ul className="pw-plan-tree" data-many={drawn.count >= many || undefined}>
      {draw(plan.root)}
    </ul>
  );
}

interface Drawn {
  readonly count: number;
  readonly sentences: ReadonlyMap<string, string>;
  readonly estimates: ReadonlyMap<string, Estimate>;
  readonly notes: ReadonlyMap<string, readonly string[]>;
  readonly scales: PlanScales;
}

function drawAll(plan: Plan): Drawn {
  return {
    count: listNodes(plan.root).length,
    sentences: explainPlan(plan),
    estimates: compareEstimates(plan),
    notes: findNotes(plan),
    scales: scalesOf([plan]),
  };
}

/** What the headline names, said again at the node. A plan of one node needs no pointing. */
function findNotes(plan: Plan): ReadonlyMap<string, readonly string[]> {
  const notes = new Map<string, string[]>();
  if (plan.root.children.length === 0) return notes;
  const note = (node: PlanNode | undefined, text: string) => {
    if (node) notes.set(node.id, [...(notes.get(node.id) ?? []), text]);
  };
  note(findCostliest(plan), 'costliest');
  note(findWorstEstimate(plan)?.node, 'worst estimate');
  note(findLargestRead(plan), 'largest read');
  return notes;
}

/** Below a node that never ran there is nothing to see. */
function foldIdle(plan: Plan): ReadonlySet<string> {
  const idle = listNodes(plan.root).filter((node) => isNeverExecuted(node) && node.children.length > 0);
  return new Set(idle.map((node) => node.id));
}
