import { complaintInTree, relationsOf, withNamesOf } from './gate-tree.ts';
import { type Complaint, complaint, type GatePolicy } from './gate-types.ts';
import { kindInSql, statementKind } from './statement-kind.ts';
import { type Fields, list, nodeOf, text } from './tree.ts';

const PLANNABLE = new Set(['select', 'insert', 'update', 'delete', 'merge']);

/** Whether EXPLAIN's options make it run the statement: ANALYZE without a value that means no. */
function runs(explain: Fields): boolean {
  return list(explain, 'options').some((item) => {
    const option = nodeOf(item)?.fields;
    if (!option || text(option, 'defname') !== 'analyze') return false;
    const value = nodeOf(option.arg)?.fields;
    if (value === undefined) return true;
    return !['false', 'off', '0', undefined].includes(
      text(value, 'sval')?.toLowerCase() ?? String(value.boolval ?? value.ival),
    );
  });
}

/** A SELECT or EXPLAIN in a submission of another task than `rewrite`: looking around is free, changing is not. */
export function readingComplaint(tree: unknown, policy: GatePolicy): Complaint | undefined {
  const explain = nodeOf(tree);
  if (explain?.type === 'ExplainStmt') {
    const kind = statementKind(explain.fields.query);
    const executed = runs(explain.fields);
    if (!PLANNABLE.has(kind) || (kind !== 'select' && executed)) {
      const why = executed
        ? 'EXPLAIN ANALYZE carries the statement out'
        : 'Only a query can be explained here';
      return complaint('explain', `${why}, and ${kindInSql(kind)} is not part of this exercise.`);
    }
    // What is only planned changes nothing.
    const planned = kind === 'select' ? policy : { ...policy, allow: [...policy.allow, kind] };
    return complaintInTree(explain.fields.query, planned, { use: 'look-around', ownRelations: false });
  }
  return complaintInTree(tree, policy, { use: 'look-around', ownRelations: false });
}

/** The submitted query of a `rewrite`: it has to work its answer out from the dataset's rows. */
export function answerComplaint(tree: unknown, policy: GatePolicy): Complaint | undefined {
  const found = complaintInTree(tree, { ...policy, allow: [] }, { use: 'answer', ownRelations: true });
  if (found) return found;
  const hidden = [...withNamesOf(tree)].find((name) => policy.tables?.includes(name));
  if (hidden !== undefined) {
    return complaint(
      'shadow',
      `WITH ${hidden} hides the table of that name. Give the WITH query another name.`,
    );
  }
  const relations = relationsOf(tree);
  if (relations.length === 0) {
    return complaint('no-table', 'The query reads no table, so it cannot work the answer out from the data.');
  }
  const unknown = policy.tables && relations.find(({ name }) => !policy.tables?.includes(name));
  if (!unknown) return undefined;
  const tables = policy.tables?.join(', ');
  return complaint(
    'unknown-table',
    `${unknown.name} is none of the dataset’s tables (${tables}).`,
    unknown.at,
  );
}
