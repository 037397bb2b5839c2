/** OIDs of PostgreSQL's own types, by what an application reads from them: a number, a text, a moment, … */
const OIDS: Readonly<Record<string, readonly number[]>> = {
  number: [20, 21, 23, 26, 700, 701, 790, 1700],
  text: [18, 19, 25, 705, 1042, 1043],
  time: [1082, 1083, 1114, 1184, 1266],
  interval: [1186],
  boolean: [16],
  json: [114, 3802],
};

const KINDS = new Map(Object.entries(OIDS).flatMap(([kind, oids]) => oids.map((oid) => [oid, kind])));

/** What a column holds, roughly; undefined for types that are not told apart. */
export function kindOfType(oid: number): string | undefined {
  return KINDS.get(oid);
}
