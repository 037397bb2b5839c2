import { type Fields, flag, nodeOf, part, text } from './tree.ts';

/** Kinds whose name does not follow from the parse tree's node. */
const NAMED: Readonly<Record<string, string>> = {
  AlterEventTrigStmt: 'alter-event-trigger',
  AlterDatabaseSetStmt: 'alter-database',
  AlterDatabaseRefreshCollStmt: 'alter-database',
  AlterRoleSetStmt: 'alter-role',
  AlterSeqStmt: 'alter-sequence',
  AlterStatsStmt: 'alter-statistics',
  AlterTableSpaceOptionsStmt: 'alter-tablespace',
  AlterTSConfigurationStmt: 'alter-text-search-configuration',
  AlterTSDictionaryStmt: 'alter-text-search-dictionary',
  CheckPointStmt: 'checkpoint',
  CompositeTypeStmt: 'create-type',
  ConstraintsSetStmt: 'set-constraints',
  CreateAmStmt: 'create-access-method',
  CreatedbStmt: 'create-database',
  CreateEnumStmt: 'create-type',
  CreateEventTrigStmt: 'create-event-trigger',
  CreateOpClassStmt: 'create-operator-class',
  CreateOpFamilyStmt: 'create-operator-family',
  CreatePLangStmt: 'create-language',
  CreateRangeStmt: 'create-type',
  CreateSeqStmt: 'create-sequence',
  CreateStatsStmt: 'create-statistics',
  CreateStmt: 'create-table',
  CreateTableSpaceStmt: 'create-tablespace',
  CreateTrigStmt: 'create-trigger',
  DeclareCursorStmt: 'declare-cursor',
  DropdbStmt: 'drop-database',
  DropTableSpaceStmt: 'drop-tablespace',
  IndexStmt: 'create-index',
  RefreshMatViewStmt: 'refresh-materialized-view',
  RuleStmt: 'create-rule',
  SecLabelStmt: 'security-label',
  VariableShowStmt: 'show',
  ViewStmt: 'create-view',
};

/** `OBJECT_STATISTIC_EXT` as it is written in SQL. */
const OBJECTS: Readonly<Record<string, string>> = {
  MATVIEW: 'materialized-view',
  STATISTIC_EXT: 'statistics',
  TABCONSTRAINT: 'table',
  COLUMN: 'table',
  ATTRIBUTE: 'type',
};

function kebab(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}

function objectOf(fields: Fields, key: string): string {
  const name = (text(fields, key) ?? 'OBJECT_TABLE').replace(/^OBJECT_/, '');
  return OBJECTS[name] ?? name.toLowerCase().replaceAll('_', '-');
}

/** What a RENAME or SET SCHEMA is about: a column's or constraint's is about its table. */
function alteredObject(fields: Fields, key: string): string {
  const of = objectOf(fields, key);
  return of === 'table' && text(fields, 'relationType') === 'OBJECT_INDEX' ? 'index' : of;
}

/** In a UNION, INTO stands in the first SELECT. */
function selectKind(fields: Fields): string {
  for (let select: Fields | undefined = fields; select; select = part(select, 'larg')) {
    if (part(select, 'intoClause')) return 'select-into';
  }
  return 'select';
}

/**
 * What kind of statement a parse tree is, in kebab-case: `select`, `explain`, `create-index`, `drop-index`, `vacuum`,
 * `analyze`, `set`, `reset`, `transaction`, `do`, ... A kind that has no name of ours is named after its node.
 */
export function statementKind(tree: unknown): string {
  const node = nodeOf(tree);
  if (!node) return 'unknown';
  const { type, fields } = node;
  switch (type) {
    case 'SelectStmt':
      return selectKind(fields);
    case 'VacuumStmt':
      return flag(fields, 'is_vacuumcmd') ? 'vacuum' : 'analyze';
    case 'VariableSetStmt':
      return text(fields, 'kind')?.startsWith('VAR_RESET') ? 'reset' : 'set';
    case 'DropStmt':
      return `drop-${objectOf(fields, 'removeType')}`;
    case 'AlterTableStmt':
      return `alter-${objectOf(fields, 'objtype')}`;
    case 'RenameStmt':
      return `alter-${alteredObject(fields, 'renameType')}`;
    case 'AlterObjectSchemaStmt':
      return `alter-${objectOf(fields, 'objectType')}`;
    case 'CreateTableAsStmt':
      return text(fields, 'objtype') === 'OBJECT_MATVIEW' ? 'create-materialized-view' : 'create-table-as';
    case 'CreateFunctionStmt':
      return flag(fields, 'is_procedure') ? 'create-procedure' : 'create-function';
    default:
      return NAMED[type] ?? kebab(type.replace(/Stmt$/, ''));
  }
}

/** Kinds that are not called by the words that begin them. */
const WRITTEN: Readonly<Record<string, string>> = {
  'close-portal': 'CLOSE',
  'select-into': 'SELECT ... INTO',
  transaction: 'A statement such as BEGIN, COMMIT or ROLLBACK',
  'variable-show': 'SHOW',
};

/** The kind as it is written in SQL, for messages: `CREATE INDEX`. */
export function kindInSql(kind: string): string {
  return WRITTEN[kind] ?? kind.replaceAll('-', ' ').toUpperCase();
}
