import { totalsOf } from '../plan/metrics.ts';
import type { Claim } from './claim.ts';
import type { Measured } from './judge-claim.ts';

type Ratio = NonNullable<Claim['ratio']>;

/** How a ratio says what it compares: `has to read 50 times as many pages`. */
const COMPARED = {
  pagesAtLeast: { must: 'has to read', much: 'as many pages', does: 'reads' },
  costAtLeast: { must: 'has to cost the planner', much: 'as much', does: 'costs' },
  rowsAtLeast: { must: 'has to return', much: 'as many rows', does: 'returns' },
} as const;

/** One comparison. `there` is the block that the ratio names; the claim asks for it to be the larger one. */
function compareBlocks(
  key: keyof typeof COMPARED,
  { to, [key]: least }: Ratio,
  here: number | undefined,
  there: number | undefined,
): readonly string[] {
  if (least === undefined) return [];
  if (here === undefined || there === undefined) {
    const without = [here ?? 'this block', there ?? `“${to}”`].filter((one) => typeof one === 'string');
    return [
      `the ratio to “${to}” (${key}) compares figures, and ${without.join(' and ')} ${without.length > 1 ? 'have' : 'has'} none`,
    ];
  }
  const times = (one: number, other: number) => one / Math.max(other, 1e-9);
  const factor = times(there, here);
  if (factor >= least) return [];
  const { must, much, does } = COMPARED[key];
  const seen = factor >= 1 ? factor.toFixed(1) : factor.toPrecision(2);
  const turned = times(here, there) >= least ? `; it holds the other way round, as a claim of “${to}”` : '';
  return [
    `“${to}” ${must} at least ${least} times ${much} as this block (ratio, ${key}), but “${to}” ${does} ${there} and this block ${here}, which is ${seen} times${turned}`,
  ];
}

/** What a block came to by its plan, or by what SQLite counted; undefined where there is neither. */
function amountsOf({
  plan,
  work,
}: Measured): { readonly pages?: number; readonly cost?: number } | undefined {
  return plan ? totalsOf(plan) : work;
}

/** What is false in a ratio to another block, with both blocks and the direction that was asked for. */
export function judgeRatio(of: Measured, ratio: Ratio, other: Measured | undefined): readonly string[] {
  const [here, there] = [amountsOf(of), other && amountsOf(other)];
  if (!other || !here || !there) {
    const without = [here ? '' : 'this block', there ? '' : `“${ratio.to}”`].filter(Boolean);
    return [`the ratio to “${ratio.to}” compares plans, and ${without.join(' and ')} has none`];
  }
  return [
    ...compareBlocks('pagesAtLeast', ratio, here.pages, there.pages),
    ...compareBlocks('costAtLeast', ratio, here.cost, there.cost),
    ...compareBlocks('rowsAtLeast', ratio, of.rows, other.rows),
  ];
}
