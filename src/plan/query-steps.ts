/** SQLite's EXPLAIN QUERY PLAN as data: https://www.sqlite.org/eqp.html. */

/** One step of it, with the steps that it is made of. */
export interface QueryStep {
  /** As SQLite prints it: `SEARCH orders USING INDEX orders_status (status=?)`. */
  readonly detail: string;
  /** What that means, in a sentence; empty where SQLite's words say it already. */
  readonly about: string;
  readonly steps: readonly QueryStep[];
}

/** A row of its result. */
export interface StepRow {
  readonly id: number;
  /** The row that it stands under; 0 at the top. */
  readonly parent: number;
  readonly detail: string;
}

const SEARCH = /^SEARCH (\S+)(?: AS \S+)? USING (.+?) \((.+)\)(?: LEFT-JOIN)?$/;
const SCAN = /^SCAN (\S+)(?: AS \S+)?(?: USING (.+?))?(?: LEFT-JOIN)?$/;
const SORT = /^USE TEMP B-TREE FOR (.+)$/;

function sayAutomatic(table: string, by: string): string {
  return `Builds an index of ${table} for this run alone, and looks each row up in it: ${by}.`;
}

function saySearch(table: string, through: string, by: string): string {
  const skipped = /^ANY\((\w+)\) and (.+)$/.exec(by);
  if (skipped)
    return `${saySearch(table, through, skipped[2] ?? '')} It does so for each value of ${skipped[1]} in turn.`;
  if (through === 'INTEGER PRIMARY KEY') return `Goes to rows of ${table} by their rowid.`;
  if (through === 'PRIMARY KEY') return `Goes to rows of ${table} by the key that it is sorted by: ${by}.`;
  if (through.startsWith('AUTOMATIC')) return sayAutomatic(table, by);
  const covering = /^COVERING INDEX (.+)$/.exec(through)?.[1];
  if (covering !== undefined) return `Reads the entries of ${covering} where ${by}; the table is not needed.`;
  const index = through.replace(/^INDEX /, '');
  return `Finds the entries of ${index} where ${by}, and fetches each row from ${table}.`;
}

function sayScan(table: string, through: string | undefined): string {
  if (through === undefined) return `Reads ${table} from its first row to its last.`;
  const covering = /^COVERING INDEX (.+)$/.exec(through)?.[1];
  if (covering !== undefined) return `Reads the whole index ${covering}; the table is not needed.`;
  return `Reads the whole index ${through.replace(/^INDEX /, '')} in its order, and fetches each row from ${table}.`;
}

/** Steps that are called by a few words, with what they mean. */
const OTHERS: readonly (readonly [begins: RegExp, about: string])[] = [
  [/^MULTI-INDEX OR$/, 'Looks up each side of the OR by itself, and takes a row that comes twice once.'],
  [
    /^CORRELATED (SCALAR|LIST) SUBQUERY/,
    'Runs what stands below it again for each row of the query around it.',
  ],
  [/^(SCALAR|LIST) SUBQUERY/, 'Runs what stands below it once, and keeps the answer.'],
  [/^MATERIALIZE /, 'Runs what stands below it once, and keeps its rows as a table.'],
  [/^CO-ROUTINE /, 'Hands on the rows of what stands below it one by one.'],
  [/^UNION USING TEMP B-TREE$/, 'Keeps the rows in a B-tree, so that each comes once.'],
  [
    /^BLOOM FILTER ON /,
    'Notes which values there are, to throw away what cannot match before it is looked up.',
  ],
];

function sayStep(detail: string): string {
  const search = SEARCH.exec(detail);
  if (search)
    return saySearch(search[1] ?? '', search[2] ?? '', (search[3] ?? '').replaceAll(' AND ', ' and '));
  const scan = SCAN.exec(detail);
  if (scan && detail !== 'SCAN CONSTANT ROW') return sayScan(scan[1] ?? '', scan[2]);
  const sort = SORT.exec(detail)?.[1];
  if (sort !== undefined) return `Sorts rows in a B-tree of its own, for ${sort}.`;
  return OTHERS.find(([begins]) => begins.test(detail))?.[1] ?? '';
}

/** Puts the rows of an EXPLAIN QUERY PLAN below each other, each with its sentence. */
export function readQuerySteps(rows: readonly StepRow[]): readonly QueryStep[] {
  const below = (parent: number): readonly QueryStep[] =>
    rows
      .filter((row) => row.parent === parent && row.id !== parent)
      .map(({ id, detail }) => ({ detail, about: sayStep(detail), steps: below(id) }));
  return below(0);
}

/** The steps as SQLite's shell prints them, one a line, each further in than what it stands under. */
export function listSteps(steps: readonly QueryStep[], indent = ''): readonly string[] {
  return steps.flatMap(({ detail, steps: inner }) => [
    `${indent}${detail}`,
    ...listSteps(inner, `${indent}  `),
  ]);
}
