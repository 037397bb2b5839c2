import { useId, useMemo } from 'react';
import { compareEstimates, type Estimate, findWorstEstimate } from '../../plan/estimates.ts';
import { explainPlan } from '../../plan/explain-node.ts';
import { formatCount } from '../../plan/format-figures.ts';
import { findCostliest, findLargestRead, listNodes } from '../../plan/metrics.ts';
import type { Plan, PlanNode } from '../../plan/plan.ts';
import { describeBranch } from './describe-node.ts';
import './plan.css';
import './plan-tree.css';
import { PlanNodeCard } from './plan-node.tsx';
import { type PlanScales, scalesOf } from './plan-scale.ts';
import { type Folding, useFolding } from './use-folding.ts';

export interface PlanTreeProps {
  readonly plan: Plan;
  /** A word on single nodes, by node id: `was Seq Scan`. */
  readonly labels?: ReadonlyMap<string, string>;
  /** Bars drawn by the scales of a comparison; of this plan alone when left out. */
  readonly scales?: PlanScales;
  /** Unfolds what hides this node and moves the focus to it. A new object asks again. */
  readonly focus?: { readonly id: string } | undefined;
  /** Nodes that are folded at first. */
  readonly closed?: ReadonlySet<string>;
}

/** From so many nodes on, cards are drawn small. */
const many = 9;

/**
 * The plan as a tree of cards: the root on top, each node's inputs indented below it. It stands in an element of class
 * `pw-plan`, whose width decides the layout.
 */
export function PlanTree({ plan, labels, scales, focus, closed }: PlanTreeProps) {
  const prefix = useId();
  const anchorOf = (id: string) => `${prefix}-node-${id}`;
  const folding = useFolding(plan, focus, anchorOf, closed);
  const facts = useMemo(() => findFacts(plan), [plan]);
  const shared = { plan, facts, folding, anchorOf, scales: scales ?? facts.scales, labels };
  return (
    <ul className="pw-plan-tree" data-many={facts.count >= many || undefined}>
      <Branch node={plan.root} {...shared} />
    </ul>
  );
}

interface BranchProps {
  readonly plan: Plan;
  readonly node: PlanNode;
  readonly facts: Facts;
  readonly folding: Folding;
  readonly scales: PlanScales;
  readonly anchorOf: (id: string) => string;
  readonly labels: ReadonlyMap<string, string> | undefined;
}

/** A node and all that hangs below it. */
function Branch({ node, ...shared }: BranchProps) {
  const { plan, facts, folding, scales, anchorOf, labels } = shared;
  const open = folding.isOpen(node);
  const branch = describeBranch(node);
  const inputs = folding.inputsOf(node);
  const left = node.children.length - inputs.length;
  const showAll = () => {
    const [next] = node.children.slice(inputs.length);
    folding.showAll(node);
    // This button goes; who pressed it goes on where it stood.
    if (next) requestAnimationFrame(() => document.getElementById(anchorOf(next.id))?.focus());
  };
  return (
    <li className="pw-plan-item" data-branch={branch !== undefined || undefined}>
      {branch !== undefined && <p className="pw-plan-branch">{branch}</p>}
      <PlanNodeCard
        plan={plan}
        node={node}
        sentence={facts.sentences.get(node.id) ?? ''}
        estimate={facts.estimates.get(node.id)}
        scales={scales}
        label={labels?.get(node.id)}
        notes={facts.notes.get(node.id) ?? []}
        anchor={anchorOf(node.id)}
        open={open}
        onToggle={() => folding.toggle(node)}
      />
      {open && inputs.length > 0 && (
        <ul className="pw-plan-below">
          {inputs.map((input) => (
            <Branch key={input.id} node={input} {...shared} />
          ))}
          {left > 0 && (
            <li className="pw-plan-item">
              <button type="button" className="pw-plan-unfold" onClick={showAll}>
                Show {formatCount(left)} more
              </button>
            </li>
          )}
        </ul>
      )}
    </li>
  );
}

/** What is worked out once for a plan. */
interface Facts {
  readonly count: number;
  readonly sentences: ReadonlyMap<string, string>;
  readonly estimates: ReadonlyMap<string, Estimate>;
  readonly notes: ReadonlyMap<string, readonly string[]>;
  readonly scales: PlanScales;
}

function findFacts(plan: Plan): Facts {
  return {
    count: listNodes(plan.root).length,
    sentences: explainPlan(plan),
    estimates: compareEstimates(plan),
    notes: findNotes(plan),
    scales: scalesOf([plan]),
  };
}

/** What the headline names, said again at the node. A plan of one or two nodes needs no pointing. */
function findNotes(plan: Plan): ReadonlyMap<string, readonly string[]> {
  const notes = new Map<string, string[]>();
  if (listNodes(plan.root).length < 3) return notes;
  const note = (node: PlanNode | undefined, text: string) => {
    if (node) notes.set(node.id, [...(notes.get(node.id) ?? []), text]);
  };
  note(findCostliest(plan), 'costliest');
  note(findWorstEstimate(plan)?.node, 'worst estimate');
  note(findLargestRead(plan), 'largest read');
  return notes;
}
