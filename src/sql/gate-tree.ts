import { type FunctionUse, functionRefusal } from './functions.ts';
import { clockConstant, clockInCall, clockOrUser } from './gate-clock.ts';
import { type Complaint, complaint, type GatePolicy } from './gate-types.ts';
import { kindInSql } from './statement-kind.ts';
import { type Fields, list, locationOf, nameParts, nodesOf, type TreeNode, text, walk } from './tree.ts';

/** How strictly a tree is looked through. */
export interface Strictness {
  /** `answer`: only what depends on the dataset's rows. `look-around`: also the catalogs, sizes and the clock. */
  readonly use: FunctionUse;
  /** True where every relation must be the dataset's own: in an answer, and wherever something is created or changed. */
  readonly ownRelations: boolean;
}

interface Look extends Strictness {
  readonly policy: GatePolicy;
  readonly withNames: ReadonlySet<string>;
}

const WRITES: Readonly<Record<string, string>> = {
  InsertStmt: 'insert',
  UpdateStmt: 'update',
  DeleteStmt: 'delete',
  MergeStmt: 'merge',
};
const HIDDEN_COLUMNS = new Set(['ctid', 'xmin', 'xmax', 'cmin', 'cmax']);

type NodeRule = (fields: Fields, look: Look) => Complaint | undefined;

const functionCall: NodeRule = (fields, { use }) => {
  const parts = nameParts(list(fields, 'funcname'));
  const refusal = functionRefusal(parts, use);
  return refusal === undefined
    ? clockInCall(fields, use)
    : complaint('function', `${parts.join('.')}() ${refusal}`, locationOf(fields));
};

function relationProblem(name: string, schema: string | undefined, look: Look): string | undefined {
  if (schema !== undefined && schema !== 'public') {
    return `${schema}.${name} is not in the schema of the dataset. Only its own tables count.`;
  }
  if (schema === undefined && look.withNames.has(name)) return undefined;
  if (name.startsWith('pg_')) return `${name} is a system catalog. Only the dataset’s own tables count.`;
  return undefined;
}

const relation: NodeRule = (fields, look) => {
  const name = text(fields, 'relname') ?? '';
  const persistence = text(fields, 'relpersistence') ?? 'p';
  const at = locationOf(fields);
  if (persistence === 't') {
    return complaint(
      'temporary',
      `${name} would be a temporary object, which hides the real one from this session only.`,
      at,
    );
  }
  if (persistence === 'u') {
    return complaint(
      'unlogged',
      `${name} would be UNLOGGED: it is lost in a crash, so what it saves does not count.`,
      at,
    );
  }
  if (!look.ownRelations) return undefined;
  const problem = relationProblem(name, text(fields, 'schemaname'), look);
  return problem === undefined ? undefined : complaint('schema', problem, at);
};

function operator(key: string): NodeRule {
  return (fields) => {
    const parts = nameParts(list(fields, key));
    if (parts.length < 2 || parts[0] === 'pg_catalog') return undefined;
    const message = `The operator ${parts.join('.')} is in another schema than PostgreSQL’s own. Only built-in operators may be used.`;
    return complaint('operator', message, locationOf(fields));
  };
}

/** `o.ctid`, and `(o).ctid`, which asks the whole row. */
function column(key: string): NodeRule {
  return (fields, { use }) => {
    const name = nameParts(list(fields, key)).at(-1) ?? '';
    if (use !== 'answer' || !HIDDEN_COLUMNS.has(name)) return undefined;
    return complaint(
      'hidden-column',
      `${name} says where a row happens to lie, not what it holds. Choose rows by their values.`,
      locationOf(fields),
    );
  };
}

const BY_TYPE: Readonly<Record<string, NodeRule>> = {
  FuncCall: functionCall,
  SQLValueFunction: (fields, { use }) => clockOrUser(fields, use),
  TypeCast: (fields, { use }) => clockConstant(fields, use),
  RangeVar: relation,
  ColumnRef: column('fields'),
  A_Indirection: column('indirection'),
  A_Expr: operator('name'),
  SubLink: operator('operName'),
  SortBy: operator('useOp'),
  LockingClause: () =>
    complaint(
      'row-lock',
      'FOR UPDATE and FOR SHARE lock rows, which writes to the table. An answer only reads.',
    ),
  IntoClause: () => complaint('select-into', 'SELECT INTO creates a table. An answer only reads.'),
  RangeTableSample: (fields, { use }) =>
    use === 'answer'
      ? complaint(
          'sample',
          'TABLESAMPLE reads some of the rows, so its answer is not the one asked for.',
          locationOf(fields),
        )
      : undefined,
};

function nodeComplaint(node: TreeNode, look: Look): Complaint | undefined {
  const write = WRITES[node.type];
  if (write !== undefined && !look.policy.allow.includes(write)) {
    return complaint(
      'write',
      `${kindInSql(write)} inside the statement changes rows. An answer leaves the data as it is.`,
    );
  }
  return BY_TYPE[node.type]?.(node.fields, look);
}

/** The names that WITH gives, anywhere in a tree. */
export function withNamesOf(tree: unknown): ReadonlySet<string> {
  return new Set(nodesOf(tree, 'CommonTableExpr').map((fields) => text(fields, 'ctename') ?? ''));
}

/** The first thing in a statement's tree, at any depth, that a graded submission may not hold. */
export function complaintInTree(
  tree: unknown,
  policy: GatePolicy,
  strictness: Strictness,
): Complaint | undefined {
  const look: Look = { ...strictness, policy, withNames: withNamesOf(tree) };
  for (const node of walk(tree)) {
    const found = nodeComplaint(node, look);
    if (found) return found;
  }
  return undefined;
}

/** What a tree reads that no WITH defines. */
export function relationsOf(
  tree: unknown,
): readonly { readonly name: string; readonly at: number | undefined }[] {
  const withNames = withNamesOf(tree);
  return nodesOf(tree, 'RangeVar')
    .map((fields) => ({
      name: text(fields, 'relname') ?? '',
      schema: text(fields, 'schemaname'),
      at: locationOf(fields),
    }))
    .filter(({ name, schema }) => schema !== undefined || !withNames.has(name));
}
