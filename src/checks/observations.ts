import { isNeverExecuted, listNodes } from '../plan/metrics.ts';
import type { PlanNode } from '../plan/plan.ts';
import type { CheckState, Verdict } from './check.ts';
import type { Evidence, Observation, Side } from './evidence.ts';

/** A verdict on one observation, and how bad it is among those of its state: the worst one is reported. */
export interface Judged extends Verdict {
  readonly badness: number;
}

const RANK: Readonly<Record<CheckState, number>> = { failed: 3, 'not-run': 2, inconclusive: 1, passed: 0 };

/** Plans and pages are judged on the shipped data; on its variants only the rows count. */
export function shippedRuns(side: Side, query: string): readonly Observation[] {
  return side.observations.filter((seen) => seen.query === query && seen.variant === 'shipped');
}

export function notSeen(query: string): Verdict {
  return { state: 'not-run', message: `The query “${query}” was not run.` };
}

/** The same query with the same parameters, before the submission. */
export function atStart(evidence: Evidence, seen: Observation): Observation | undefined {
  const params = JSON.stringify(seen.params);
  return shippedRuns(evidence.start, seen.query).find((start) => JSON.stringify(start.params) === params);
}

/** A sentence about an observation. Which parameters were hidden is not told, only that they were others. */
export function about(seen: Observation, sentence: string): string {
  return seen.shown ? sentence : `With other values than those shown: ${sentence}`;
}

/** Judges every run of a query, shown and hidden, and gives the verdict on the worst. */
export function judgeRuns(evidence: Evidence, query: string, judge: (seen: Observation) => Judged): Verdict {
  let worst: Judged | undefined;
  for (const seen of shippedRuns(evidence.submission, query)) {
    const judged = judge(seen);
    const [rank, most] = [RANK[judged.state], worst ? RANK[worst.state] : -1];
    if (rank > most || (rank === most && judged.badness > (worst?.badness ?? 0))) {
      worst = { ...judged, message: about(seen, judged.message) };
    }
  }
  if (!worst) return notSeen(query);
  const { badness: _, ...verdict } = worst;
  return verdict;
}

/** The nodes of a plan that ran. */
export function ranNodes(seen: Observation): readonly PlanNode[] {
  return listNodes(seen.plan.root).filter((node) => !isNeverExecuted(node));
}

/** `Seq Scan on orders`, as EXPLAIN names it. */
export function nodeInWords(node: PlanNode): string {
  return node.relation === undefined ? node.name : `${node.name} on ${node.relation}`;
}
