import type { Cell } from '../engine/engine.ts';

/** A literal of unknown type: PostgreSQL gives it the type that its place asks for. Safe under any setting. */
export function quoteLiteral(cell: Cell): string {
  if (cell === null) return 'null';
  const text = cell.replaceAll("'", "''");
  return text.includes('\\') ? `e'${text.replaceAll('\\', '\\\\')}'` : `'${text}'`;
}

/** A name in double quotes, which any name may stand in, whatever it holds. */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A name that the catalog gives as `schema.name`; the name itself may hold dots. */
export function quoteQualified(qualified: string): string {
  const at = qualified.indexOf('.');
  return `${quoteIdentifier(qualified.slice(0, at))}.${quoteIdentifier(qualified.slice(at + 1))}`;
}

/** The statement that takes an index away. */
export function dropIndex({ schema, name }: { readonly schema: string; readonly name: string }): string {
  return `drop index ${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;
}
