import {
  columnsOf,
  type ExerciseScaffold,
  scaffoldHead,
  scaffoldParameters,
  scaffoldTail,
} from './new-exercise-parts.ts';
import type { Question } from './new-question.ts';

/** What a rewrite's scaffold needs to know beside its question. */
export interface RewriteScaffold extends ExerciseScaffold {
  /** Mutants of the solution that no data told apart. */
  readonly survivors: readonly string[];
}

/** A query on the table with a condition, in the order that the task asks for. */
function query(question: Question, where: string, indent = '', end = '\n'): string {
  const { table, key } = question;
  const lines = [`select ${columnsOf(question)}`, `from ${table}`, `where ${where}`, `order by ${key}`];
  return lines.join(`\n${indent}`) + end;
}

/** The column in a function: the index on it cannot be used. */
function hiding({ column, nothing }: Question): string {
  return `coalesce(${column}, ${nothing}) = $1`;
}

function equivalents({ key, column }: Question, survivors: readonly string[]): string {
  if (survivors.length === 0) return '';
  const entries = survivors.map((change) => {
    const because =
      change === 'nothing -> distinct' && key !== column
        ? 'the primary key is among the columns, so that no two rows are equal'
        : '"TODO: why no data can tell this change from the solution; else a variant that does"';
    return `  - change: ${JSON.stringify(change)}\n    because: ${because}\n`;
  });
  return `# Mutants: copies of solution.sql with one change each. These return the same rows whatever the data.\nequivalent-mutants:\n${entries.join('')}`;
}

function frontMatter(question: Question, scaffold: RewriteScaffold): string {
  const { table, column, literal, key } = question;
  const { budgets, survivors } = scaffold;
  const there = question.indexed
    ? `An index on ${column} came with the data: the query as given cannot use it.`
    : 'setup.sql is what is there before anyone begins: here an index that the query as given cannot use.';
  const oneMore = `update ${table} set ${column} = ${literal} where ${key} = (select ${key} from ${table} order by ${key} desc limit 1)`;
  return `${scaffoldHead(scaffold, 'sargable')}
task: rewrite          # an answer is one SELECT that returns the same rows; solution.sql says which
allow: []
# ${there}
workload:
  - id: query
    # The slow query as given. start.sql holds the same text: the editor opens with it, and it must fail.
    sql: |-
      ${query(question, hiding(question), '      ', '')}
    ${scaffoldParameters(question)}
# Changed copies of the data, on which an answer must return the rows of solution.sql too. Each is there for a mistake
# that the data as they are would hide: ties, NULLs, empty groups, rows in another order.
variants:
  - name: one-more-row-of-the-value
    sql: ${oneMore}
  - name: its-first-row-stored-last
    sql: |-
      ${oneMore};
      update ${table} set ${column} = ${column}
      where ${key} = (select ${key} from ${table} where ${column} = ${literal} order by ${key} limit 1)
${equivalents(question, survivors)}checks:
  # The budget leaves the solution a tenth of room: npm run dev suggests it anew once you change something.
  - { id: rows, kind: rows }
  - { id: pages, kind: buffers, of: query, at-most: ${budgets.pages}, than: start }
${scaffoldTail('which rows it has to return')}`;
}

/** The files of a rewrite that passes the check but for what it asks its author to write. */
export function rewriteFiles(question: Question, scaffold: RewriteScaffold): ReadonlyMap<string, string> {
  const { table, column, literal, nothing, indexed } = question;
  const index = `-- Done to the data before anyone begins: the query as given cannot use this index.\ncreate index on ${table} (${column});\nanalyze ${table};\n`;
  const solution = query(question, `${column} = $1`);
  return new Map([
    ['exercise.mdx', frontMatter(question, scaffold)],
    ...(indexed ? [] : [['setup.sql', index] as const]),
    ['start.sql', query(question, hiding(question))],
    ['solution.sql', solution],
    [
      'also/as-an-array.sql',
      `-- Other honest answers, one a file: each must pass.\n${query(question, `${column} = any (array[$1])`)}`,
    ],
    [
      'wrong/in-another-function.sql',
      `-- fails: pages\n-- Another function, and the column is still inside it.\n${query(question, `nullif(${column}, ${nothing}) = $1`)}`,
    ],
    [
      'wrong/only-the-shown-one.sql',
      `-- fails: rows\n-- Right for the value on the page, and for no other.\n${query(question, `${column} = ${literal}`)}`,
    ],
    [
      'wrong/only-the-first.sql',
      `-- fails: rows\n-- Quick, because it stops too early.\n${solution.trimEnd()}\nlimit 1\n`,
    ],
  ]);
}
