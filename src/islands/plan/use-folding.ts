import { useEffect, useState } from 'react';
import { isNeverExecuted, listAncestors, listNodes } from '../../plan/metrics.ts';
import type { Plan, PlanNode } from '../../plan/plan.ts';

/** Inputs of one node that are drawn at once: a table may have thousands of partitions. */
const step = 50;

/** Which parts of a tree are shown. */
export interface Folding {
  readonly isOpen: (node: PlanNode) => boolean;
  readonly toggle: (node: PlanNode) => void;
  /** The inputs of a node that are drawn; all of them after `showAll`. */
  readonly inputsOf: (node: PlanNode) => readonly PlanNode[];
  readonly showAll: (node: PlanNode) => void;
}

/** Keeps what the reader folded (at first what never ran, and `closed`), and opens what hides `focus`, whose card has the id `anchorOf(focus.id)`. */
export function useFolding(
  plan: Plan,
  focus: { readonly id: string } | undefined,
  anchorOf: (id: string) => string,
  closed?: ReadonlySet<string>,
): Folding {
  const [folded, setFolded] = useState(() => foldIdle(plan, closed));
  const [whole, setWhole] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState(plan);
  if (shown !== plan) {
    setShown(plan);
    setFolded(foldIdle(plan, closed));
    setWhole(new Set());
  }
  const anchor = focus && anchorOf(focus.id);
  useEffect(() => {
    if (focus === undefined || anchor === undefined) return;
    const above = listAncestors(plan, focus.id).map(({ id }) => id);
    setFolded((now) => new Set([...now].filter((id) => !above.includes(id))));
    setWhole((now) => new Set([...now, ...above]));
    const drawn = requestAnimationFrame(() => {
      const card = document.getElementById(anchor);
      card?.focus({ preventScroll: true });
      card?.scrollIntoView({ block: 'center', behavior: 'instant' });
    });
    return () => cancelAnimationFrame(drawn);
  }, [plan, focus, anchor]);
  return {
    isOpen: (node) => !folded.has(node.id),
    toggle: (node) =>
      setFolded(
        (now) => new Set([...now].filter((id) => id !== node.id).concat(now.has(node.id) ? [] : node.id)),
      ),
    inputsOf: (node) => (whole.has(node.id) ? node.children : node.children.slice(0, step)),
    showAll: (node) => setWhole((now) => new Set([...now, node.id])),
  };
}

/** Below a node that never ran there is nothing to see. */
function foldIdle(plan: Plan, closed: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  const idle = listNodes(plan.root).filter((node) => isNeverExecuted(node) && node.children.length > 0);
  return new Set([...idle.map((node) => node.id), ...closed]);
}
