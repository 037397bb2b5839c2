import { useId, useRef, useState } from 'react';
import type { Estimate } from '../../plan/estimates.ts';
import { formatPlural } from '../../plan/format-figures.ts';
import { listNodes } from '../../plan/metrics.ts';
import type { Plan, PlanNode } from '../../plan/plan.ts';
import './plan-node.css';
import { describeTarget, familyOf, listBadges } from './describe-node.ts';
import { PlanBars } from './plan-bars.tsx';
import { PlanDetails } from './plan-details.tsx';
import type { PlanScales } from './plan-scale.ts';

interface Props {
  readonly plan: Plan;
  readonly node: PlanNode;
  readonly sentence: string;
  readonly estimate: Estimate | undefined;
  readonly scales: PlanScales;
  /** What a comparison says of the node: `was Seq Scan`, `new`. */
  readonly label?: string | undefined;
  /** Found to be the costliest, the worst estimated or the largest reader. */
  readonly notes: readonly string[];
  readonly anchor: string;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** One node: what it is, one sentence of what it did, its bars, and all the rest on demand. */
export function PlanNodeCard(props: Props) {
  const { plan, node, sentence, estimate, scales, label, notes, anchor, open, onToggle } = props;
  const [detailed, setDetailed] = useState(false);
  const fold = useRef<HTMLButtonElement>(null);
  const details = useId();
  const badges = listBadges(node);
  const idle = node.actual?.loops === 0;
  const below = listNodes(node).length - 1;
  return (
    <div
      className="pw-plan-node"
      id={anchor}
      tabIndex={-1}
      data-family={familyOf(node)}
      data-idle={idle || undefined}
      data-noted={notes.length > 0 || undefined}
    >
      <div className="pw-plan-said">
        <div className="pw-plan-title">
          {below > 0 && (
            <button ref={fold} type="button" className="pw-plan-fold" aria-expanded={open} onClick={onToggle}>
              <span className="pw-sr">Nodes below {node.name}</span>
            </button>
          )}
          <div>
            <strong>{node.name}</strong> <span>{describeTarget(node)}</span>
          </div>
          <button
            type="button"
            className="pw-plan-more"
            aria-expanded={detailed}
            aria-controls={details}
            onClick={() => setDetailed(!detailed)}
          >
            {detailed ? 'Less' : 'More'}
            <span className="pw-sr"> about {node.name}</span>
          </button>
        </div>
        <p className="pw-plan-sentence">{sentence}</p>
        <Badges badges={badges} notes={notes} label={label} />
        {!open && below > 0 && (
          <button
            type="button"
            className="pw-plan-unfold"
            onClick={() => {
              onToggle();
              // This button goes with what it was for; the other one that folds stays.
              fold.current?.focus();
            }}
          >
            Show {formatPlural(below, 'node')} below
          </button>
        )}
      </div>
      <PlanBars plan={plan} node={node} estimate={estimate} scales={scales} />
      <div id={details} hidden={!detailed}>
        {detailed && <PlanDetails node={node} />}
      </div>
    </div>
  );
}

interface BadgeProps {
  readonly badges: readonly string[];
  readonly notes: readonly string[];
  readonly label: string | undefined;
}

function Badges({ badges, notes, label }: BadgeProps) {
  if (badges.length + notes.length === 0 && label === undefined) return null;
  return (
    <ul className="pw-plan-badges">
      {label !== undefined && (
        <li className="pw-plan-badge" data-label>
          {label}
        </li>
      )}
      {notes.map((note) => (
        <li key={note} className="pw-plan-badge" data-note>
          {note}
        </li>
      ))}
      {badges.map((badge) => (
        <li key={badge} className="pw-plan-badge">
          {badge}
        </li>
      ))}
    </ul>
  );
}
