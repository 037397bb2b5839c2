import { type Fields, readNumber, readText } from './fields.ts';
import { nameNode } from './name-node.ts';
import { fixed } from './print-buffers.ts';
import { quoteName } from './quote-name.ts';

/** The first line of a node: what it is, on what, at what cost, and what it took. */
export function printHeading(fields: Fields): string {
  return nameNode(fields) + printTarget(fields) + printCost(fields) + printActual(fields);
}

function printTarget(fields: Fields): string {
  const index = readText(fields, 'Index Name');
  if (readText(fields, 'Node Type') === 'Bitmap Index Scan') return ` on ${quoteName(index ?? '')}`;
  const backward = readText(fields, 'Scan Direction') === 'Backward' ? ' Backward' : '';
  return (index === undefined ? '' : `${backward} using ${quoteName(index)}`) + printRelation(fields);
}

/** ` on schema.relation alias`, for a scan, a target table, and whatever else has an alias. */
export function printRelation(fields: Fields): string {
  const alias = readText(fields, 'Alias');
  if (alias === undefined) return '';
  const keys = ['Relation Name', 'Function Name', 'Table Function Name', 'CTE Name', 'Tuplestore Name'];
  const name = keys.map((key) => readText(fields, key)).find((text) => text !== undefined);
  const schema = readText(fields, 'Schema');
  const full = name && (schema === undefined ? quoteName(name) : `${quoteName(schema)}.${quoteName(name)}`);
  return ` on${full === undefined ? '' : ` ${full}`}${alias === name ? '' : ` ${quoteName(alias)}`}`;
}

function printCost(fields: Fields): string {
  const startup = readNumber(fields, 'Startup Cost');
  const total = readNumber(fields, 'Total Cost');
  if (startup === undefined || total === undefined) return '';
  const rows = fixed(readNumber(fields, 'Plan Rows') ?? 0, 0);
  return `  (cost=${fixed(startup, 2)}..${fixed(total, 2)} rows=${rows} width=${readNumber(fields, 'Plan Width') ?? 0})`;
}

function printActual(fields: Fields): string {
  const loops = readNumber(fields, 'Actual Loops');
  if (loops === undefined) return '';
  return loops === 0 ? ' (never executed)' : ` (actual ${printLoops(fields)})`;
}

/** `time=0.010..0.020 rows=1.00 loops=1`; PostgreSQL before 18, which has no `Disabled`, rounds rows. */
export function printLoops(fields: Fields, decimals = 'Disabled' in fields ? 2 : 0): string {
  const startup = readNumber(fields, 'Actual Startup Time');
  const total = readNumber(fields, 'Actual Total Time');
  const time =
    startup === undefined || total === undefined ? '' : `time=${fixed(startup, 3)}..${fixed(total, 3)} `;
  const rows = fixed(readNumber(fields, 'Actual Rows') ?? 0, decimals);
  return `${time}rows=${rows} loops=${fixed(readNumber(fields, 'Actual Loops') ?? 0, 0)}`;
}
