import type { Fields } from './tree.ts';

/** What a text is run for. The first three are graded. */
export type GateTask = 'tune' | 'rewrite' | 'design' | 'workbench' | 'lesson';

/** What a text may hold. */
export interface GatePolicy {
  readonly task: GateTask;
  /** Statement kinds that a submission may hold beyond SELECT and EXPLAIN; ignored by `rewrite`. */
  readonly allow: readonly string[];
  /** The dataset's tables. Where they are known, nothing else may be indexed or, in a `rewrite`, read. */
  readonly tables?: readonly string[];
  /** Extensions that are installed before anything is submitted. */
  readonly extensions?: readonly string[];
}

/** What a rule found: why a statement is no answer. */
export interface Complaint {
  /** A stable short name of the rule, for tests and reports. */
  readonly rule: string;
  readonly message: string;
  /** Where in the whole text, in UTF-16 code units; the statement itself where it is absent. */
  readonly at?: number | undefined;
}

/** Looks at one node of the parse tree. */
export type Rule = (fields: Fields, policy: GatePolicy) => Complaint | undefined;

/** A complaint about a place of the text, or about the statement as a whole. */
export function complaint(rule: string, message: string, at?: number): Complaint {
  return { rule, message, at };
}

/** The first complaint of several rules. */
export function firstOf(...rules: readonly Rule[]): Rule {
  return (fields, policy) => {
    for (const rule of rules) {
      const found = rule(fields, policy);
      if (found) return found;
    }
    return undefined;
  };
}
