import type { AllowedKind } from './allowed-kinds.ts';
import { drop, optionNames, ownTable, schemaOfName } from './gate-names.ts';
import { complaintInTree } from './gate-tree.ts';
import { type Complaint, complaint, firstOf, type GatePolicy, type Rule } from './gate-types.ts';
import { list, nameParts, nodeOf, part, text } from './tree.ts';

const INDEX_METHODS = new Set(['btree', 'hash', 'gin', 'gist', 'spgist', 'brin', 'bloom']);
const INDEX_OPTION =
  /^(fillfactor|deduplicate_items|pages_per_range|autosummarize|fastupdate|gin_pending_list_limit|buffering|length|col\d+)$/;

function storageOptions(items: readonly unknown[]): Complaint | undefined {
  const other = optionNames(items).find((name) => !INDEX_OPTION.test(name));
  return other === undefined
    ? undefined
    : complaint('option', `The option ${other} is not one that an index in an exercise may have.`);
}

const foreignOperatorClass: Rule = (fields) => {
  for (const item of list(fields, 'indexParams')) {
    const parts = nameParts(list(nodeOf(item)?.fields ?? {}, 'opclass'));
    if (parts.length > 1 && parts[0] !== 'pg_catalog' && parts[0] !== 'public') {
      return complaint('schema', `The operator class ${parts.join('.')} is not one of PostgreSQL’s own.`);
    }
  }
  return undefined;
};

const createIndex = firstOf(
  (fields, policy) => ownTable(part(fields, 'relation'), policy),
  (fields) => {
    const method = text(fields, 'accessMethod') ?? 'btree';
    return INDEX_METHODS.has(method)
      ? undefined
      : complaint(
          'index-method',
          `${method} is not an index method here. There are ${[...INDEX_METHODS].join(', ')}.`,
        );
  },
  (fields) =>
    text(fields, 'tableSpace')
      ? complaint('tablespace', 'Everything lies in one tablespace here. Leave TABLESPACE out.')
      : undefined,
  (fields) => storageOptions(list(fields, 'options')),
  foreignOperatorClass,
);

const relations: Rule = (fields, policy) => {
  for (const item of [...list(fields, 'relations'), ...list(fields, 'rels')]) {
    const node = nodeOf(item);
    const found = ownTable(
      node?.type === 'VacuumRelation' ? part(node.fields, 'relation') : node?.fields,
      policy,
    );
    if (found) return found;
  }
  return undefined;
};

const reindex: Rule = (fields) => {
  const kind = text(fields, 'kind');
  if (kind !== 'REINDEX_OBJECT_INDEX' && kind !== 'REINDEX_OBJECT_TABLE') {
    return complaint('reindex', 'REINDEX takes an index or a table of the dataset here.');
  }
  return optionNames(list(fields, 'params')).includes('tablespace')
    ? complaint('tablespace', 'Everything lies in one tablespace here. Leave TABLESPACE out.')
    : undefined;
};

/** What each kind must keep to that an exercise may allow. */
const RULES: Readonly<Record<AllowedKind, Rule>> = {
  'create-index': createIndex,
  'drop-index': drop,
  'create-statistics': firstOf((fields) => schemaOfName(list(fields, 'defnames')), relations),
  'drop-statistics': drop,
  analyze: relations,
  vacuum: relations,
  cluster: (fields, policy) => ownTable(part(fields, 'relation'), policy),
  reindex,
};

const CALCULATED_ONLY: readonly AllowedKind[] = ['create-index', 'create-statistics'];

/** A statement of an allowed kind: its own rule, and what holds at any depth of any statement. */
export function objectComplaint(kind: AllowedKind, tree: unknown, policy: GatePolicy): Complaint | undefined {
  const fields = nodeOf(tree)?.fields ?? {};
  const use = CALCULATED_ONLY.includes(kind) ? 'answer' : 'look-around';
  return complaintInTree(tree, policy, { use, ownRelations: true }) ?? RULES[kind](fields, policy);
}
