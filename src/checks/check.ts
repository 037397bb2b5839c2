import type { z } from 'zod';
import type { Evidence } from './evidence.ts';
import type { Margin } from './margin.ts';

/** What a check wants observed beyond the plans, rows and indexes that are always there. */
export type Need =
  | { readonly kind: 'time'; readonly query: string }
  | { readonly kind: 'wal'; readonly table: string }
  | { readonly kind: 'lock'; readonly table: string }
  | { readonly kind: 'invariant'; readonly id: string; readonly sql: string; readonly writes?: string };

export type CheckState = 'passed' | 'failed' | 'not-run' | 'inconclusive';

export interface Verdict {
  readonly state: CheckState;
  /** One or two plain sentences with this learner's own figures. Shown as text. */
  readonly message: string;
  /** The figure against its budget, for the list: `22 of 1,623 pages`. */
  readonly figure?: string;
  /** The run that it is about, where it is about one: its place among the submission's observations. */
  readonly run?: number;
}

/** What every check in a front matter has. */
export interface CheckBase {
  readonly id: string;
  readonly kind: string;
  /** The goal in the reader's words, where the kind's own wording does not fit. */
  readonly title?: string | undefined;
}

/** A strict object with `id`, `kind: z.literal(...)` and an optional `title`. */
export type CheckSchema = z.ZodType<CheckBase> & { readonly shape: Readonly<Record<string, z.ZodType>> };

/**
 * What decides a check: the plan of each run by itself (`plan`), or those of the workload together (`plans`), both of which
 * must get worse when the learner’s change is taken away; the rows of each run; the clock; what the submission created, of
 * which a rewrite has nothing; or a rule that the tables keep.
 */
export type Decider = 'plan' | 'plans' | 'rows' | 'clock' | 'created' | 'rule';

/** A kind of check: its keys in the front matter, how it reads as a goal, what it needs, and its verdict. One file each. */
export interface CheckKind<S extends CheckSchema> {
  readonly kind: z.infer<S>['kind'];
  readonly schema: S;
  readonly decidedBy: Decider;
  /** The goal in the reader's words, before anything ran: `reads orders through an index`. */
  title(check: z.infer<S>): string;
  needs(check: z.infer<S>): readonly Need[];
  judge(check: z.infer<S>, evidence: Evidence): Verdict;
  /** Where it is a budget: how near the submission comes to it, in each run that it weighs. */
  margins?(check: z.infer<S>, evidence: Evidence): readonly Margin[];
}
