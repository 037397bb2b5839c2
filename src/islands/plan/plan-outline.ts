import { explainPlan } from '../../plan/explain-node.ts';
import { listNodes } from '../../plan/metrics.ts';
import type { Plan } from '../../plan/plan.ts';
import { nameBriefly } from './describe-node.ts';
import { depthOf } from './plan-columns.ts';
import { describeTotals } from './plan-headline.tsx';

/** The tree as text: the plan's totals, then each node with its sentence, indented by two spaces a level. */
export function writeOutline(plan: Plan): string {
  const sentences = explainPlan(plan);
  const lines = listNodes(plan.root).map((node) =>
    `${'  '.repeat(depthOf(node))}${nameBriefly(node)}: ${sentences.get(node.id) ?? ''}`.trimEnd(),
  );
  return [describeTotals(plan), ...lines].map((line) => `${line}\n`).join('');
}
