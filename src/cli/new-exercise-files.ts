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

function columns({ key, column }: Question): string {
  return key === column ? column : `${key}, ${column}`;
}

function frontMatter(
  question: Question,
  { module, order, dataset, schema, budgets }: ExerciseScaffold,
): string {
  const { table, column, shown, literal, key } = question;
  return `---
# yaml-language-server: $schema=${schema}
format: 1
title: "TODO: what the exercise is called"
summary: "TODO: one sentence for lists: what is slow, and what is asked"
module: ${module}
order: ${order}
difficulty: 1          # 1 is a first exercise, 5 takes an expert some thought
minutes: 10
concepts: [equality]
dataset: ${dataset}
extensions: []
task: tune             # tune: change the database; rewrite: write the query; design: tune, and keep invariants
allow: [create-index]  # what an answer may hold beyond SELECT and EXPLAIN
workload:
  - id: lookup
    sql: select ${columns(question)} from ${table} where ${column} = $1 order by ${key}
    shown: [[${shown}]]
    # Values that the solver does not see, so that an answer for the shown one alone fails.
    hidden: |-
      select ${column} from ${table} where ${column} is not null and ${column} <> ${literal}
      group by ${column} order by hashtext(${column}::text), ${column} limit 5
checks:
  # The budgets leave the solution a tenth of room: npm run dev suggests them anew once you change something.
  - { id: seeks, kind: access, of: lookup, table: ${table}, via: index, forbid: [Seq Scan] }
  - { id: pages, kind: buffers, of: lookup, at-most: ${budgets.pages}, than: start }
  - { id: rows, kind: rows }
  - { id: lean, kind: index-bytes, at-most: ${budgets.lean} }
  - { id: writes, kind: wal-per-row, table: ${table}, at-most: ${budgets.writes} }
hints:
  - "TODO: a nudge: what to look at in the plan"
  - "TODO: nearly the answer"
misconceptions: []     # ids that the wrong answers trigger: npm run dev shows which the grader recognises
---

TODO: who runs this query, why it is slow, and what a good answer keeps in mind
`;
}

/** The files of an exercise that passes the check but for what it asks its author to write. */
export function exerciseFiles(question: Question, scaffold: ExerciseScaffold): ReadonlyMap<string, string> {
  const { table, column, key, literal } = question;
  return new Map([
    ['exercise.mdx', frontMatter(question, scaffold)],
    [
      'start.sql',
      '-- TODO: a question that sends the reader to the plan; this is what the editor opens with\n',
    ],
    ['solution.sql', `create index on ${table} (${column});\n`],
    [
      'also/with-the-key.sql',
      `-- Other honest answers, one a file: each must pass. This one is larger, and returns the rows in order.\ncreate index on ${table} (${column}${key === column ? ' desc' : `, ${key}`});\n`,
    ],
    [
      'wrong/only-the-shown-one.sql',
      `-- fails: seeks, pages\n-- Fast for the value on the page, and for no other.\ncreate index on ${table} (${key}) where ${column} = ${literal};\n`,
    ],
    [
      'wrong/brin.sql',
      `-- fails: pages\n-- Tiny and quick to build; but it names ranges of 128 pages to look through, not rows.\ncreate index on ${table} using brin (${column});\n`,
    ],
    [
      'wrong/one-for-everything.sql',
      `-- fails: lean, writes\n-- One index would do; every insert pays for all three.\ncreate index on ${table} (${column});\ncreate index on ${table} (${column}, ${key});\ncreate index on ${table} (${key}, ${column});\n`,
    ],
  ]);
}
