import type { CheckState } from '../checks/check.ts';
import type { Evidence } from '../checks/evidence.ts';
import type { ResultSet, SqlError } from '../engine/engine.ts';

/**
 * One line of the verdict. `unchanged` is added to every exercise, `made-by-you` where objects were created and a goal is
 * met, and `nothing-idle` where one of them is an index that nothing reads.
 */
export interface CheckResult {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly state: CheckState;
  readonly message: string;
  readonly figure?: string;
  /** The run that it is about, where it is about one: its place among the evidence's observations of the submission. */
  readonly run?: number;
}

/** A mistake recognised from the evidence. */
export interface Finding {
  readonly misconception: string;
  readonly title: string;
  /** One paragraph with this learner's own figures. */
  readonly message: string;
  /** Site route of the lesson that teaches it, e.g. `/learn/indexing/column-order/`. */
  readonly lesson?: string;
}

/** Why a submission was not graded to the end. */
export type Refusal =
  | {
      readonly kind: 'gate';
      readonly message: string;
      readonly start: number;
      readonly end: number;
      readonly rule: string;
    }
  | {
      readonly kind: 'sql-error';
      readonly error: SqlError;
      /** Where it ended a run of a query that others went through: `With other values than those shown`. */
      readonly where?: string;
      /** Where a statement of the submission’s own failed: its place among them, from 0. */
      readonly statement?: number;
      /** Where it was an author’s own SQL: the `constraint` that it belongs to. */
      readonly constraint?: string;
    }
  | { readonly kind: 'timeout'; readonly message: string };

/** Plain JSON, the same in the browser, the tests and the command line. */
export interface Report {
  readonly format: 1;
  readonly exercise: string;
  readonly engine: string;
  readonly passed: boolean;
  readonly refusal?: Refusal;
  readonly checks: readonly CheckResult[];
  readonly findings: readonly Finding[];
  readonly evidence?: Evidence;
  /** Hash of the evidence without times: the same submission gives the same hash anywhere. */
  readonly evidenceHash?: string;
  /** What the submission's own statements returned. */
  readonly results?: readonly ResultSet[];
  /** Wall clock of the whole check, in ms. */
  readonly ms: number;
}
