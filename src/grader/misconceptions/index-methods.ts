import type { IndexEvidence } from '../../checks/evidence.ts';
import type { Condition } from './read-conditions.ts';

const NAMES: Readonly<Record<string, string>> = {
  btree: 'a B-tree',
  hash: 'a hash index',
  gin: 'a GIN index',
  gist: 'a GiST index',
  spgist: 'an SP-GiST index',
  brin: 'a BRIN index',
  bloom: 'a bloom index',
};

/** The kind of an index with its article, as a sentence has it. */
export function methodInWords({ method }: IndexEvidence): string {
  return NAMES[method] ?? `an index of the kind ${method}`;
}

interface Kind {
  readonly name: string;
  /** Access methods that know its operators as well. */
  readonly known: readonly string[];
}

const GIST: Kind = { name: 'GiST', known: ['gist', 'spgist', 'brin'] };
const GIN: Kind = { name: 'GIN', known: ['gin', 'gist'] };
const RANGES = /\b\w+(multi)?range\(|::\w*(multi)?range\b/;
const PIECES = /::(jsonb|jsonpath|tsquery|tsvector)\b|\[\]|\bto_tsvector\(/;

/** The kind of index that knows the operator of a condition for what it compares, where that is no B-tree. */
function kindFor({ operator, text }: Condition): Kind | undefined {
  if (operator === '<->' || RANGES.test(text)) return GIST;
  return PIECES.test(text) ? GIN : undefined;
}

/** The kind of index that a condition takes, where an index is of a kind that does not know its operator. */
export function findOtherKind(condition: Condition, { method }: IndexEvidence): string | undefined {
  const kind = condition.comparison === 'other' ? kindFor(condition) : undefined;
  return kind === undefined || kind.known.includes(method) ? undefined : kind.name;
}
