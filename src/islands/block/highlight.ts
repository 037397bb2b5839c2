/** A stretch of SQL: keyword, value (string, number, parameter), comment, or anything else. */
export interface Token {
  readonly kind: 'k' | 'v' | 'c' | '';
  readonly text: string;
}

const keywords = new Set(
  `add all alter analyze and any array as asc at attach begin between buffers by cascade case cast check cluster collate
  column commit concurrently conflict constraint copy create cross current_date current_timestamp database deallocate
  declare default deferrable delete desc detach distinct do drop else end escape except exclude execute exists explain
  extension extract false fetch filter first for foreign format from full function generated grant group grouping having
  if ilike immutable in include index inner insert intersect interval into is isnull join key language last lateral left
  like limit list local lock materialized merge natural next no not nothing notnull null nulls of off offset on only or
  order outer over partition prepare primary procedure range recursive references refresh reindex release rename replace
  reset restrict returning returns right rollback row rows savepoint schema select sequence session set settings show
  similar skip some stable statistics stored strict symmetric table tablesample temp temporary then to transaction
  trigger true truncate type union unique unlogged update using vacuum values verbose view when where window with
  within without`.split(/\s+/),
);

const pattern =
  /(--[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|((?:[eEbBxX]|[uU]&)?'(?:[^']|'')*(?:'|$)|\$([A-Za-z_]\w*)?\$[\s\S]*?(?:\$\3\$|$)|\$\d+|\b\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?\b)|("(?:[^"]|"")*(?:"|$))|([A-Za-z_][\w$]*)/g;

/** Cuts SQL into coloured stretches. Total: the texts joined are the input; it never fails on unfinished text. */
export function highlightSql(sql: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const plain = (end: number): void => {
    if (end > at) tokens.push({ kind: '', text: sql.slice(at, end) });
  };
  for (const match of sql.matchAll(pattern)) {
    const [text, comment, value, , , word] = match;
    const kind =
      comment !== undefined
        ? 'c'
        : value !== undefined
          ? 'v'
          : word !== undefined && keywords.has(word.toLowerCase())
            ? 'k'
            : '';
    if (kind === '') continue;
    plain(match.index);
    tokens.push({ kind, text });
    at = match.index + text.length;
  }
  plain(sql.length);
  return tokens;
}
