import { claimSchema } from './claim.ts';
import { asksForPlan } from './judge-claim.ts';
import type { LessonSource } from './lesson-source.ts';

/** Figures that a run without EXPLAIN gives. */
const WITHOUT_PLAN: readonly string[] = ['rows', 'cell'];

/** Ids of the blocks whose plan is shown, claimed, compared with, or taken a figure from. No other is explained. */
export function wantedPlans({
  blocks,
  figures,
}: Pick<LessonSource, 'blocks' | 'figures'>): ReadonlySet<string> {
  const claims = blocks.flatMap(({ id, expect }) => {
    const { success, data } = claimSchema.safeParse(expect);
    return success && asksForPlan(data) ? [id, ...(data.ratio ? [data.ratio.to] : [])] : [];
  });
  return new Set([
    ...blocks.filter(({ plan }) => plan).map(({ id }) => id),
    ...figures.filter(({ show }) => !WITHOUT_PLAN.includes(show)).map(({ of }) => of),
    ...claims,
  ]);
}
