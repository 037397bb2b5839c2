import {
  columnsOf,
  type ExerciseScaffold,
  scaffoldHead,
  scaffoldParameters,
  scaffoldTail,
} from './new-exercise-parts.ts';
import type { Question } from './new-question.ts';

function frontMatter(question: Question, scaffold: ExerciseScaffold): string {
  const { table, column, key } = question;
  const { budgets } = scaffold;
  return `${scaffoldHead(scaffold, 'equality')}
task: tune             # tune: change the database; rewrite: write the query; design: tune, and keep invariants
allow: [create-index]  # what an answer may hold beyond SELECT and EXPLAIN
workload:
  - id: lookup
    sql: select ${columnsOf(question)} from ${table} where ${column} = $1 order by ${key}
    ${scaffoldParameters(question)}
checks:
  # The budgets leave the solution a tenth of room: npm run dev suggests them anew once you change something.
  - { id: seeks, kind: access, of: lookup, table: ${table}, via: index, forbid: [Seq Scan] }
  - { id: pages, kind: buffers, of: lookup, at-most: ${budgets.pages}, than: start }
  - { id: rows, kind: rows }
  - { id: lean, kind: index-bytes, at-most: ${budgets.lean} }
  - { id: writes, kind: wal-per-row, table: ${table}, at-most: ${budgets.writes} }
${scaffoldTail('what a good answer keeps in mind')}`;
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
