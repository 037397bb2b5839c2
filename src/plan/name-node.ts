import { type Fields, readText } from './fields.ts';

const aggregates: Readonly<Record<string, string>> = {
  Plain: 'Aggregate',
  Sorted: 'GroupAggregate',
  Hashed: 'HashAggregate',
  Mixed: 'MixedAggregate',
};

/** What EXPLAIN's text form calls a node: `Parallel Seq Scan`, `Hash Left Join`, `Partial HashAggregate`, `Insert`. */
export function nameNode(fields: Fields): string {
  const flags = `${fields['Parallel Aware'] === true ? 'Parallel ' : ''}${fields['Async Capable'] === true ? 'Async ' : ''}`;
  return flags + plainName(fields, readText(fields, 'Node Type') ?? '');
}

function plainName(fields: Fields, kind: string): string {
  switch (kind) {
    case 'Aggregate':
      return nameAggregate(fields);
    case 'ModifyTable':
      return readText(fields, 'Operation') ?? kind;
    case 'SetOp':
      return `${fields.Strategy === 'Hashed' ? 'HashSetOp' : 'SetOp'} ${readText(fields, 'Command') ?? ''}`.trim();
    case 'Foreign Scan':
      return fields.Operation === 'Select' ? kind : `Foreign ${readText(fields, 'Operation') ?? 'Scan'}`;
    case 'Custom Scan': {
      const provider = readText(fields, 'Custom Plan Provider');
      return provider === undefined ? kind : `Custom Scan (${provider})`;
    }
    case 'Nested Loop':
    case 'Hash Join':
    case 'Merge Join':
      return nameJoin(kind, readText(fields, 'Join Type') ?? 'Inner');
    default:
      return kind;
  }
}

function nameAggregate(fields: Fields): string {
  const mode = readText(fields, 'Partial Mode') ?? 'Simple';
  const name = aggregates[readText(fields, 'Strategy') ?? 'Plain'] ?? 'Aggregate';
  return mode === 'Simple' ? name : `${mode} ${name}`;
}

function nameJoin(kind: string, type: string): string {
  if (type === 'Inner') return kind;
  return `${kind.replace(/ Join$/, '')} ${type} Join`;
}
