import type { GatePolicy } from './gate-types.ts';
import { type Fields, list, nameParts, nodeOf, text } from './tree.ts';

/** Whether a unique index says the same: of what EXCLUDE compares, that is so where all of it is compared with =. */
function isUnique(constraint: Fields): boolean {
  const kind = text(constraint, 'contype');
  if (kind !== 'CONSTR_EXCLUSION') return kind === 'CONSTR_UNIQUE' || kind === 'CONSTR_PRIMARY';
  return list(constraint, 'exclusions').every((pair) => {
    const operator = list(nodeOf(pair)?.fields ?? {}, 'items')[1];
    return nameParts(list(nodeOf(operator)?.fields ?? {}, 'items')).at(-1) === '=';
  });
}

function constraintIs(constraint: Fields, { allow }: GatePolicy): string {
  return isUnique(constraint) && allow.includes('create-index')
    ? 'adds a constraint to the table. Such a rule is kept by an index, and here it is made as one: CREATE UNIQUE INDEX, which takes a WHERE clause and expressions as well.'
    : 'adds a constraint to the table, and that is no part of the answer here.';
}

function statisticsAre({ allow }: GatePolicy): string {
  const other = allow.includes('create-statistics')
    ? ' What the statistics of single columns cannot tell, CREATE STATISTICS asks for.'
    : '';
  return `sets how closely ANALYZE looks at a column. The statistics here were collected with the target that is set, and it stays as it is.${other}`;
}

const CHANGES: readonly (readonly [RegExp, string])[] = [
  [/^(AddColumn|DropColumn|AlterColumnType)$/, 'changes which columns the table has.'],
  [/^(Drop|Alter|Validate)Constraint$/, 'changes a rule that the dataset keeps.'],
  [
    /RelOptions$|SetOptions|ResetOptions|Storage|Compression|Logged|TableSpace/,
    'changes how the table is stored.',
  ],
];

/** What an ALTER TABLE does and why it is no answer, as the end of a sentence that begins with its name. */
export function alterTableIs(tree: unknown, policy: GatePolicy): string {
  const commands = list(nodeOf(tree)?.fields ?? {}, 'cmds').map((item) => nodeOf(item)?.fields ?? {});
  const [first] = commands;
  const change = (text(first ?? {}, 'subtype') ?? '').replace(/^AT_/, '');
  if (first && change === 'AddConstraint') {
    return constraintIs(nodeOf(first.def)?.fields ?? {}, policy);
  }
  if (change === 'SetStatistics') return statisticsAre(policy);
  const what = CHANGES.find(([pattern]) => pattern.test(change))?.[1] ?? 'changes a table of the dataset.';
  return `${what} The exercise is graded on the tables as they are.`;
}
