import type { Work } from '../engine/engine.ts';
import { amountInWords, isOutside, judgePages } from './amount.ts';
import type { Claim } from './claim.ts';

/** What SQLite said and counted of a block’s last statement. */
interface Stepped {
  readonly steps?: readonly string[];
  readonly work?: Work;
}

/** What is false in a claim about SQLite’s plan, with the plan. */
export function judgeSteps({ steps = [], work }: Stepped, claim: Claim): readonly string[] {
  const { step, noStep, automaticIndexRows } = claim;
  const said =
    steps.length === 0
      ? 'the last statement has no plan'
      : `the plan is: ${steps.map((line) => line.trim()).join('; ')}`;
  const holding = (text: string) => steps.some((line) => line.includes(text));
  const rows = work?.automaticIndexRows ?? 0;
  return [
    ...(step !== undefined && !holding(step) ? [`no step holds “${step}”; ${said}`] : []),
    ...(noStep !== undefined && holding(noStep) ? [`a step holds “${noStep}”; ${said}`] : []),
    ...(noStep !== undefined && steps.length === 0 ? [said] : []),
    ...(automaticIndexRows !== undefined && isOutside(rows, automaticIndexRows)
      ? [`${rows} rows were put into automatic indexes, not ${amountInWords(automaticIndexRows)}`]
      : []),
    ...judgePages(work?.pages ?? 0, claim),
  ];
}
