import { drop, optionNames, ownTable, schemaOfName } from './gate-names.ts';
import { complaint, firstOf, type GatePolicy, type Rule } from './gate-types.ts';
import { list, nodeOf, part, stringOf, text } from './tree.ts';

/** The rules of the kinds that change tables, rows or code: for design exercises, and for those that migrate. */

const noTablespace: Rule = (fields) =>
  (text(fields, 'tablespacename') ?? text(part(fields, 'into') ?? {}, 'tableSpaceName'))
    ? complaint('tablespace', 'Everything lies in one tablespace here. Leave TABLESPACE out.')
    : undefined;

const TABLE_OPTIONS = new Set(['fillfactor', 'autovacuum_enabled', 'toast_tuple_target', 'security_barrier']);

const tableOptions: Rule = (fields) => {
  const other = optionNames(list(fields, 'options')).find((name) => !TABLE_OPTIONS.has(name));
  return other === undefined
    ? undefined
    : complaint('option', `The option ${other} is not one that a table in an exercise may have.`);
};

const ADDING = [
  'AddColumn',
  'ColumnDefault',
  'SetNotNull',
  'SetExpression',
  'SetStorage',
  'SetCompression',
  'AddConstraint',
  'AddIndex',
  'AddIndexConstraint',
  'ValidateConstraint',
  'AddIdentity',
  'ClusterOn',
  'DropCluster',
  'SetRelOptions',
  'ResetRelOptions',
  'AttachPartition',
];
const REMOVING = [
  'AlterColumnType',
  'AlterConstraint',
  'DetachPartition',
  'DetachPartitionFinalize',
  'DropColumn',
  'DropConstraint',
  'DropExpression',
  'DropIdentity',
  'DropNotNull',
];

const WHY_NOT: readonly (readonly [RegExp, string])[] = [
  [/Trig|Rule/, 'Triggers and rules stay as they are.'],
  [
    /Statistics|^SetOptions|^ResetOptions/,
    'Column statistics and their targets stay as they are: they decide the estimates.',
  ],
  [
    /RowSecurity|Owner|GenericOptions|SetLogged|SetUnLogged|TableSpace|AccessMethod|ReplicaIdentity/,
    'Who owns a table, where it lies and how it is stored stay as they are.',
  ],
  [/Inherit|AddOf|DropOf/, 'Rows must come from the table itself, not from another that it inherits from.'],
];

function changesOf(policy: GatePolicy): ReadonlySet<string> {
  return new Set(policy.task === 'design' ? [...ADDING, ...REMOVING] : ADDING);
}

const alterTableCommands: Rule = (fields, policy) => {
  const allowed = changesOf(policy);
  for (const item of list(fields, 'cmds')) {
    const command = nodeOf(item)?.fields ?? {};
    const change = (text(command, 'subtype') ?? '').replace(/^AT_/, '');
    if (!allowed.has(change)) {
      const why =
        WHY_NOT.find(([pattern]) => pattern.test(change))?.[1] ?? 'What the dataset promises stays as it is.';
      return complaint('alter-table', `This change of the table is not part of the exercise. ${why}`);
    }
    const options = nodeOf(command.def);
    if (change.endsWith('RelOptions') && options?.type === 'List') {
      const found = tableOptions({ options: list(options.fields, 'items') }, policy);
      if (found) return found;
    }
  }
  return undefined;
};

/** RENAME and SET SCHEMA come as other nodes; a table that moves away makes room for another of its name. */
const moved: Rule = (fields) => {
  const renamed = text(fields, 'renameType');
  if (text(fields, 'newschema') !== undefined || renamed === 'OBJECT_TABLE') {
    return complaint('rename', 'The tables keep their names and their schema: the workload is run on them.');
  }
  return undefined;
};

const FUNCTION_OPTIONS: Readonly<Record<string, string>> = {
  set: 'a SET clause changes settings while the function runs.',
  security: 'SECURITY DEFINER runs it as another user.',
  support: 'SUPPORT changes how the planner estimates it.',
  leakproof: 'LEAKPROOF is a promise that is not needed here.',
};

const createFunction: Rule = (fields) => {
  for (const item of list(fields, 'options')) {
    const option = nodeOf(item)?.fields ?? {};
    const name = text(option, 'defname') ?? '';
    const why = FUNCTION_OPTIONS[name];
    if (why !== undefined)
      return complaint('function-option', `A function of a submission is a plain one: ${why}`);
    if (name === 'language' && !['sql', 'plpgsql'].includes(stringOf(option.arg) ?? '')) {
      return complaint('language', 'Functions are written in sql or plpgsql here.');
    }
  }
  return schemaOfName(list(fields, 'funcname'));
};

const createTrigger: Rule = (fields, policy) =>
  ownTable(part(fields, 'relation'), policy) ?? schemaOfName(list(fields, 'funcname'));

const nothingMore: Rule = () => undefined;

export const changingRules: Readonly<Record<string, Rule>> = {
  'alter-table': firstOf(moved, alterTableCommands),
  'create-function': createFunction,
  'create-materialized-view': noTablespace,
  'create-table': firstOf(noTablespace, tableOptions),
  'create-table-as': noTablespace,
  'create-trigger': createTrigger,
  'create-view': nothingMore,
  'drop-materialized-view': drop,
  'drop-table': drop,
  'drop-trigger': nothingMore,
  delete: nothingMore,
  insert: nothingMore,
  merge: nothingMore,
  update: nothingMore,
};
