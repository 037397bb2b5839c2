/** Those of some names that SQL mentions as words, whatever they mean there. */
export function namedIn(sql: string, names: readonly string[]): readonly string[] {
  const words = new Set(sql.toLowerCase().match(/[\p{L}_][\p{L}\p{N}_$]*/gu));
  return names.filter((name) => words.has(name.toLowerCase()));
}
