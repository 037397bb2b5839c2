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

function notSeen(query: string): Verdict {
  return { state: 'not-run', message: `The query “${query}” was not run.` };
}

/** The run of a query with these parameters on the shipped data. */
export function runOf(
  side: Side,
  { query, params }: Pick<Observation, 'query' | 'params'>,
): Observation | undefined {
  const asked = JSON.stringify(params);
  return shippedRuns(side, query).find((seen) => JSON.stringify(seen.params) === asked);
}

/** The same query with the same parameters, before the submission. */
export function atStart(evidence: Evidence, seen: Observation): Observation | undefined {
  return runOf(evidence.start, seen);
}

/** What begins a sentence of a check and is no name: it has no capital in the middle of one. */
const FIRST_WORD = /^(?:All|It|Nothing|The|There) /;

/** A sentence about an observation. Which parameters were hidden is not told, only that they were others. */
function about(seen: Observation, sentence: string): string {
  if (seen.shown) return sentence;
  const inside = sentence.replace(FIRST_WORD, (word) => word.toLowerCase());
  return `With other values than those shown: ${inside}`;
}

/** `an-order-at-midnight` as it is read. */
const inWords = (variant: string): string => variant.replaceAll('-', ' ');

/** Which run it is, as the beginning of a sentence; empty for a shown run on the shipped data. */
export function whereOf({ shown, variant }: Pick<Observation, 'shown' | 'variant'>): string {
  const values = shown ? '' : 'With other values than those shown';
  const data = variant === 'shipped' ? '' : `${values ? ' and on' : 'On'} other data (${inWords(variant)})`;
  return values + data;
}

interface JudgedRun {
  readonly seen: Observation;
  readonly judged: Judged;
}

/** The figure of a run, told apart from the shown values' own where theirs is another one. */
function figureOf({ seen, judged }: JudgedRun, runs: readonly JudgedRun[]): Pick<Verdict, 'figure'> {
  const { figure } = judged;
  if (figure === undefined) return {};
  const isShown = runs.some((run) => run.seen.shown && run.judged.figure === figure);
  return { figure: seen.shown || isShown ? figure : `${figure}, with other values than those shown` };
}

/** Judges every run of a query, shown and hidden, and gives the verdict on the worst. */
export function judgeRuns(evidence: Evidence, query: string, judge: (seen: Observation) => Judged): Verdict {
  const runs = shippedRuns(evidence.submission, query).map((seen) => ({ seen, judged: judge(seen) }));
  let worst: JudgedRun | undefined;
  for (const run of runs) {
    const { judged } = run;
    const [rank, most] = [RANK[judged.state], worst ? RANK[worst.judged.state] : -1];
    if (rank > most || (rank === most && judged.badness > (worst?.judged.badness ?? 0))) worst = run;
  }
  if (!worst) return notSeen(query);
  const { badness: _, ...verdict } = worst.judged;
  const run = evidence.submission.observations.indexOf(worst.seen);
  return { ...verdict, ...figureOf(worst, runs), message: about(worst.seen, verdict.message), run };
}

/** The nodes of a plan that ran. */
export function ranNodes(seen: Observation): readonly PlanNode[] {
  return listNodes(seen.plan.root).filter((node) => !isNeverExecuted(node));
}

/** `Seq Scan on orders`, as EXPLAIN names it. */
export function nodeInWords(node: PlanNode): string {
  return node.relation === undefined ? node.name : `${node.name} on ${node.relation}`;
}
