import type { Question } from './new-question.ts';

/** What a scaffold needs to know beside its question. */
export interface ExerciseScaffold {
  readonly module: string;
  readonly order: number;
  readonly dataset: string;
  /** The path of the JSON Schema, seen from the exercise's folder. */
  readonly schema: string;
  /** Budgets, by check. */
  readonly budgets: { readonly pages: string; readonly lean: string; readonly writes: string };
}

/** The columns that a scaffold's query returns. */
export function columnsOf({ key, column }: Question): string {
  return key === column ? column : `${key}, ${column}`;
}

/** The front matter up to the task, for an exercise on a concept. */
export function scaffoldHead({ module, order, dataset, schema }: ExerciseScaffold, concept: string): string {
  return `---
# yaml-language-server: $schema=${schema}
format: 1
title: "TODO: what the exercise is called"
summary: "TODO: one sentence for lists: what is slow, and what is asked"
module: ${module}
order: ${order}
difficulty: 1          # 1 is a first exercise, 5 takes an expert some thought
minutes: 10
concepts: [${concept}]
dataset: ${dataset}
extensions: []`;
}

/** A query's parameters: one value for the solver to see, and others that are drawn from the data. */
export function scaffoldParameters({ table, column, shown, literal }: Question): string {
  return `shown: [[${shown}]]
    # Values that the solver does not see, so that an answer for the shown one alone fails.
    hidden: |-
      select ${column} from ${table} where ${column} is not null and ${column} <> ${literal}
      group by ${column} order by hashtext(${column}::text), ${column} limit 5`;
}

/** The end of the front matter, and what the task's text has to say. */
export function scaffoldTail(says: string): string {
  return `hints:
  - "TODO: a nudge: what to look at in the plan"
  - "TODO: nearly the answer"
misconceptions: []     # ids that the wrong answers trigger: npm run dev shows which the grader recognises
---

TODO: who runs this query, why it is slow, and ${says}
`;
}
