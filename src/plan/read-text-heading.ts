type Draft = Record<string, unknown>;

const name = '"(?:[^"]|"")*"|[^\\s".]+';
const figures =
  /^(.*?)(?: +\(cost=([\d.]+)\.\.([\d.]+) rows=(\d+) width=(\d+)\))?(?: +\((?:actual (?:time=([\d.]+)\.\.([\d.]+) )?rows=([\d.]+) loops=(\d+)|(never executed))\))?$/;

/** No heading is longer; conditions may be, and cost time to try. */
const longest = 2000;

/** The first line of a node, without its arrow; undefined where it is no node. */
export function parseHeading(text: string): Draft | undefined {
  if (text.length > longest) return undefined;
  const found = figures.exec(text);
  const fields = found?.[1] === undefined ? undefined : (parseNode(found[1]) ?? parseUnknown(found));
  if (fields === undefined || found === null) return undefined;
  const [, , startup, total, rows, width, first, last, actualRows, loops, never] = found;
  if (total !== undefined) {
    Object.assign(fields, { 'Startup Cost': Number(startup), 'Total Cost': Number(total) });
    Object.assign(fields, { 'Plan Rows': Number(rows), 'Plan Width': Number(width) });
  }
  if (last !== undefined) {
    Object.assign(fields, { 'Actual Startup Time': Number(first), 'Actual Total Time': Number(last) });
  }
  if (loops !== undefined || never !== undefined) {
    Object.assign(fields, { 'Actual Rows': Number(actualRows ?? 0), 'Actual Loops': Number(loops ?? 0) });
  }
  // PostgreSQL 18 counts rows with two decimals; its JSON has `Disabled` in every node.
  if (actualRows?.includes('.')) fields.Disabled = false;
  return fields;
}

/** A node that no PostgreSQL has and another system or an extension may: its figures tell that it is one. */
function parseUnknown([, text = '', ...numbers]: RegExpExecArray): Draft | undefined {
  const [, kind, table = ''] = /^([A-Z][\w ()]*?)( on .*)?$/.exec(text) ?? [];
  if (kind === undefined || numbers.every((number) => number === undefined)) return undefined;
  return { 'Node Type': kind, ...parseTarget(table, 'Relation Name') };
}

function parseNode(text: string): Draft | undefined {
  const parallel = text.startsWith('Parallel ');
  const plain = text.replace(/^Parallel /, '').replace(/^Async /, '');
  const fields = parseIndexScan(plain) ?? parseOnTable(plain) ?? parseUpper(plain);
  return fields && { ...fields, 'Parallel Aware': parallel, 'Async Capable': text.includes('Async ') };
}

function parseIndexScan(text: string): Draft | undefined {
  const found = new RegExp(`^(Index (?:Only )?Scan)( Backward)? using (${name})( on .*)$`).exec(text);
  if (found?.[1] !== undefined) {
    const direction = found[2] === undefined ? 'Forward' : 'Backward';
    const index = unquote(found[3] ?? '');
    return {
      'Node Type': found[1],
      'Scan Direction': direction,
      'Index Name': index,
      ...parseTarget(found[4] ?? '', 'Relation Name'),
    };
  }
  const bitmap = new RegExp(`^Bitmap Index Scan on (${name})$`).exec(text)?.[1];
  return bitmap === undefined
    ? undefined
    : { 'Node Type': 'Bitmap Index Scan', 'Index Name': unquote(bitmap) };
}

const nameKeys: Readonly<Record<string, string>> = {
  'Function Scan': 'Function Name',
  'Table Function Scan': 'Table Function Name',
  'CTE Scan': 'CTE Name',
  'WorkTable Scan': 'CTE Name',
  'Named Tuplestore Scan': 'Tuplestore Name',
  'Values Scan': '',
  'Subquery Scan': '',
};

function parseOnTable(text: string): Draft | undefined {
  const write = /^(Insert|Update|Delete|Merge)( on .*)$/.exec(text);
  if (write) {
    return {
      'Node Type': 'ModifyTable',
      Operation: write[1],
      ...parseTarget(write[2] ?? '', 'Relation Name'),
    };
  }
  // PostgreSQL 8 left the `on` out.
  const subquery = new RegExp(`^Subquery Scan (${name})$`).exec(text)?.[1];
  if (subquery !== undefined) return { 'Node Type': 'Subquery Scan', Alias: unquote(subquery) };
  const foreign = /^Foreign (Insert|Update|Delete)( on .*)$/.exec(text);
  if (foreign) {
    const table = parseTarget(foreign[2] ?? '', 'Relation Name');
    return { 'Node Type': 'Foreign Scan', Operation: foreign[1], ...table };
  }
  const scan = /^((?:[A-Z]\w*|\([^)]*\))(?: (?:[A-Z]\w*|\([^)]*\)))* Scan(?: \([^)]*\))?)( on .*)$/.exec(
    text,
  );
  if (scan?.[1] === undefined) return undefined;
  const selects = scan[1] === 'Foreign Scan' ? { Operation: 'Select' } : {};
  return {
    'Node Type': scan[1],
    ...selects,
    ...parseTarget(scan[2] ?? '', nameKeys[scan[1]] ?? 'Relation Name'),
  };
}

/** ` on schema.relation alias`. A key of `''` says that there is an alias only. */
export function parseTarget(text: string, key: string): Draft {
  const found = new RegExp(`^ on (?:(${name})\\.)?(${name})(?: (${name}))?$`).exec(text);
  const [, schema, object, alias] = found ?? [];
  if (object === undefined) return {};
  if (key === '') return { Alias: unquote(object) };
  const of = schema === undefined ? {} : { Schema: unquote(schema) };
  return { [key]: unquote(object), ...of, Alias: unquote(alias ?? object) };
}

function unquote(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
}

const strategies: Readonly<Record<string, string>> = {
  Aggregate: 'Plain',
  GroupAggregate: 'Sorted',
  HashAggregate: 'Hashed',
  MixedAggregate: 'Mixed',
};

/** Nodes whose heading is their name alone. */
const upper =
  /^(Result|ProjectSet|Append|Merge Append|Recursive Union|BitmapAnd|BitmapOr|Materialize|Memoize|Sort|Incremental Sort|Group|WindowAgg|Unique|LockRows|Limit|Hash|Gather|Gather Merge|Custom Scan(?: \(.*\))?)$/;

function parseUpper(text: string): Draft | undefined {
  const join =
    /^(Nested Loop|Hash|Merge)(?: (Left|Right|Full|Semi|Anti|Right Semi|Right Anti))?( Join)?$/.exec(text);
  if (join?.[1] !== undefined && (join[3] !== undefined || join[1] === 'Nested Loop')) {
    const kind = join[1] === 'Nested Loop' ? join[1] : `${join[1]} Join`;
    return { 'Node Type': kind, 'Join Type': join[2] ?? 'Inner' };
  }
  const group = /^(?:(Partial|Finalize) )?(\w*Aggregate)$/.exec(text);
  const strategy = strategies[group?.[2] ?? ''];
  if (strategy !== undefined) {
    return { 'Node Type': 'Aggregate', Strategy: strategy, 'Partial Mode': group?.[1] ?? 'Simple' };
  }
  const set = /^(Hash)?SetOp (.*)$/.exec(text);
  if (set) return { 'Node Type': 'SetOp', Strategy: set[1] ? 'Hashed' : 'Sorted', Command: set[2] };
  if (text === 'Foreign Scan') return { 'Node Type': text, Operation: 'Select' };
  return upper.test(text) ? { 'Node Type': text } : undefined;
}
