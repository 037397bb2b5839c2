import { type Complaint, complaint } from './gate-types.ts';
import { type Fields, list, locationOf, nameParts, nodeOf, part, text, walk } from './tree.ts';

function wordOf(argument: unknown): string | undefined {
  const node = nodeOf(argument);
  return node?.type === 'A_Const' ? text(part(node.fields, 'sval') ?? {}, 'sval') : undefined;
}

const isOther = (encoding: string | undefined) =>
  encoding !== undefined &&
  !['utf8', 'unicode', 'sqlascii'].includes(encoding.toLowerCase().replace(/[^a-z0-9]/g, ''));

/** The encoding that a call writes text in, where it is written out. */
function targetOf(call: Fields): string | undefined {
  const [first, second, third] = list(call, 'args').map(wordOf);
  const name = nameParts(list(call, 'funcname')).at(-1);
  if (name === 'convert_to') return second;
  if (name === 'convert') return third;
  return name === 'set_config' && first?.toLowerCase() === 'client_encoding' ? second : undefined;
}

/**
 * Text in another encoding than UTF-8, which the engine cannot write: told in a sentence of ours, with its place. What is
 * not written out as a constant is not seen here: PostgreSQL says then that it has no such conversion.
 */
export function encodingComplaint(tree: unknown): Complaint | undefined {
  for (const { type, fields } of walk(tree)) {
    const isSet = type === 'VariableSetStmt' && text(fields, 'name') === 'client_encoding';
    const asked = isSet
      ? wordOf(list(fields, 'args')[0])
      : type === 'FuncCall'
        ? targetOf(fields)
        : undefined;
    if (!isOther(asked)) continue;
    const message = `The PostgreSQL of this page writes text as UTF-8 only, and cannot convert it to ${asked}.`;
    return complaint('encoding', message, locationOf(fields));
  }
  return undefined;
}
