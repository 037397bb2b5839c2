import { z } from 'zod';
import { access } from './access.ts';
import { buffers } from './buffers.ts';
import type { CheckBase, CheckKind, CheckSchema, Decider, Need, Verdict } from './check.ts';
import { constraint } from './constraint.ts';
import { estimate } from './estimate.ts';
import type { Evidence } from './evidence.ts';
import { heapFetches } from './heap-fetches.ts';
import { indexBytes } from './index-bytes.ts';
import { indexCount } from './index-count.ts';
import { lock } from './lock.ts';
import type { Margin } from './margin.ts';
import { node } from './node.ts';
import { partitions } from './partitions.ts';
import { rows } from './rows.ts';
import { sort } from './sort.ts';
import { temp } from './temp.ts';
import { time } from './time.ts';
import { total } from './total.ts';
import { walPerRow } from './wal-per-row.ts';

/** A kind whose own type of check is no longer known: it reads what it is given with its schema. */
interface AnyKind<S extends CheckSchema> {
  readonly kind: string;
  readonly schema: S;
  readonly decidedBy: Decider;
  title(check: CheckBase): string;
  needs(check: CheckBase): readonly Need[];
  judge(check: CheckBase, evidence: Evidence): Verdict;
  margins(check: CheckBase, evidence: Evidence): readonly Margin[];
}

function anyKind<S extends CheckSchema>(kind: CheckKind<S>): AnyKind<S> {
  const { schema, decidedBy } = kind;
  return {
    kind: kind.kind,
    schema,
    decidedBy,
    title: (check) => kind.title(schema.parse(check)),
    needs: (check) => kind.needs(schema.parse(check)),
    judge: (check, evidence) => kind.judge(schema.parse(check), evidence),
    margins: (check, evidence) => kind.margins?.(schema.parse(check), evidence) ?? [],
  };
}

/** Every kind; one that is added is listed here and nowhere else. */
const [firstKind, ...otherKinds] = [
  anyKind(access),
  anyKind(buffers),
  anyKind(constraint),
  anyKind(estimate),
  anyKind(heapFetches),
  anyKind(indexBytes),
  anyKind(indexCount),
  anyKind(lock),
  anyKind(node),
  anyKind(partitions),
  anyKind(rows),
  anyKind(sort),
  anyKind(temp),
  anyKind(time),
  anyKind(total),
  anyKind(walPerRow),
] as const;

const KINDS: ReadonlyMap<string, AnyKind<CheckSchema>> = new Map(
  [firstKind, ...otherKinds].map((kind) => [kind.kind, kind]),
);

/** Any check of a front matter, told apart by `kind`. */
export const checkSchema = z.discriminatedUnion('kind', [
  firstKind.schema,
  ...otherKinds.map(({ schema }) => schema),
]);

export type Check = z.infer<typeof checkSchema>;

/** The kinds that a check may have. */
export const CHECK_KINDS: readonly string[] = [...KINDS.keys()];

function kindOf(check: CheckBase): AnyKind<CheckSchema> {
  const kind = KINDS.get(check.kind);
  if (!kind) throw new Error(`there is no check of the kind “${check.kind}”`);
  return kind;
}

/** What decides a check; undefined where its kind is none that an author writes. */
export function deciderOf({ kind }: { readonly kind: string }): Decider | undefined {
  return KINDS.get(kind)?.decidedBy;
}

/** Whether plans alone decide a check: it must get worse when the learner's change is taken away. */
export function isByPlans(check: { readonly kind: string }): boolean {
  const decider = deciderOf(check);
  return decider === 'plan' || decider === 'plans';
}

/** The goal in the reader's words. Where there are several queries, a usual wording begins with the one that it is about. */
export function titleOfCheck(check: Check, workload: readonly { readonly id: string }[] = []): string {
  const title = kindOf(check).title(check);
  const about = 'of' in check && check.title === undefined && workload.length > 1 ? `${check.of}: ` : '';
  return about + title;
}

/** The verdict of one check on what was seen. Pure. */
export function judgeCheck(check: Check, evidence: Evidence): Verdict {
  return kindOf(check).judge(check, evidence);
}

/** How near a submission comes to the budget of a check; none where the check is no budget. */
export function marginsOfCheck(check: Check, evidence: Evidence): readonly Margin[] {
  return kindOf(check).margins(check, evidence);
}

/** What the checks want observed beyond plans, rows and indexes; nothing twice. */
export function needsOfChecks(checks: readonly Check[]): readonly Need[] {
  const needs = checks.flatMap((check) => kindOf(check).needs(check));
  return [...new Map(needs.map((need) => [JSON.stringify(need), need])).values()];
}

/** The keys that a check may have, from what an author wrote of it; those of every kind where that names none. */
export function checkKeys(written: unknown): readonly string[] {
  const kind: unknown =
    typeof written === 'object' && written !== null ? Reflect.get(written, 'kind') : undefined;
  const known = typeof kind === 'string' ? KINDS.get(kind) : undefined;
  return known ? Object.keys(known.schema.shape) : ['id', 'kind', 'title'];
}
