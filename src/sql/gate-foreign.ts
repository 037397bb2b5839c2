import { alterTableIs } from './gate-alter-table.ts';
import { type Complaint, complaint, type GatePolicy } from './gate-types.ts';
import { kindInSql } from './statement-kind.ts';
import { nodeOf, text } from './tree.ts';

const WHY: readonly (readonly [RegExp, string])[] = [
  [
    /^(set|reset|discard|alter-role|alter-system|alter-database|alter-tablespace|create-role)$/,
    'changes settings. The plan has to be PostgreSQL’s own choice under the settings as they are.',
  ],
  [
    /^(transaction|set-constraints|lock|declare-cursor|fetch|close-portal)$/,
    'opens, ends or holds a transaction. Each statement here runs in its own.',
  ],
  [
    /^(do|call|prepare|execute|deallocate|create-function|create-procedure)$/,
    'hides what it runs from the grader.',
  ],
  [/^(copy|load)$/, 'reads or writes outside the database.'],
  [/^(insert|update|delete|merge|truncate)$/, 'changes rows. The exercise is graded on the data as it is.'],
  [
    /^(select-into|create-(table|table-as|view|materialized-view|schema|sequence|domain|type|foreign-table)|alter-(view|materialized-view))$/,
    'creates or changes what the workload could read instead of the dataset’s own tables.',
  ],
  [
    /^analyze$/,
    'collects statistics anew, and this exercise is graded with those that are there. Elsewhere it is good practice after an index on an expression; here leave it out.',
  ],
  [/statistics$/, 'changes what the planner is told of the data.'],
  [/^drop-/, 'takes away something that the exercise is graded with.'],
  [/^create-extension$/, 'adds to what PostgreSQL can do. The exercise is solved with what is there.'],
  [
    /(trigger|rule|policy|cast|operator|define|extension|language|event)/,
    'changes how PostgreSQL itself reads or carries out statements.',
  ],
];

function forms(policy: GatePolicy): string {
  const kinds = ['select', 'explain', ...policy.allow].map(kindInSql);
  const last = kinds.pop() ?? '';
  return `This exercise takes ${kinds.join(', ')} and ${last}.`;
}

function isInstalled(tree: unknown, { extensions = [] }: GatePolicy): string | undefined {
  const node = nodeOf(tree);
  const name = node?.type === 'CreateExtensionStmt' ? text(node.fields, 'extname') : undefined;
  return name !== undefined && extensions.includes(name) ? name : undefined;
}

/** Why a statement of a kind that the exercise does not take is no answer, and what it takes. */
export function foreignKind(kind: string, tree: unknown, policy: GatePolicy): Complaint {
  const what = policy.task === 'rewrite' ? 'The answer is one SELECT.' : forms(policy);
  const installed = isInstalled(tree, policy);
  if (installed !== undefined) {
    const message = `The extension ${installed} is installed here already: leave the line out. ${what}`;
    return complaint('statement-kind', message);
  }
  const why =
    (kind === 'alter-table' ? alterTableIs(tree, policy) : undefined) ??
    WHY.find(([pattern]) => pattern.test(kind))?.[1] ??
    'is not part of the exercise.';
  return complaint('statement-kind', `${what} ${kindInSql(kind)} ${why}`);
}
