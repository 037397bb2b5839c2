/**
 * The words of `pg_get_keywords()` that are shown as keywords: all that PostgreSQL reserves, and of the others those
 * that statements are written with. Left out are types (`int`), parts of XML and JSON functions, and words that are
 * more often the name of a column (`name`, `type`, `value`, `day`, `role`, `plan`). Options of EXPLAIN that are no
 * keywords of the grammar are shown like those that are.
 */
export const KEYWORDS: ReadonlySet<string> = new Set(
  `abort add after all alter always analyse analyze and any array as asc asymmetric at atomic attach authorization
  before begin between binary both buffers by cache call called cascade cascaded case cast check checkpoint close cluster
  coalesce collate collation column columns commit committed compression concurrently conflict constraint constraints
  copy costs create cross cube current_catalog current_date current_role current_schema current_time current_timestamp
  current_user cursor cycle database deallocate declare default defaults deferrable deferred definer delete delimiter
  desc detach discard distinct do drop each else enable disable encoding end enforced escape event except exclude
  excluding exclusive execute exists explain extension extract false fetch filter finalize first following for force
  foreign freeze from full function generated global grant granted greatest group grouping groups handler having
  identity if ilike immutable in include including increment index indexes inherit inherits initially inner insert
  instead intersect interval into invoker is isnull isolation join key language last lateral leading leakproof least
  left like limit listen load local localtime localtimestamp lock locked logged match matched materialized maxvalue
  merge minvalue move natural next no not nothing notify notnull nowait null nullif nulls of off offset on only option
  or order ordinality outer over overlaps overriding owned parallel partition placing policy preceding prepare prepared
  primary privileges procedure publication range reassign recursive references refresh reindex release rename
  repeatable replace replica reset restart restrict returning returns revoke right rollback rollup row rows rule
  savepoint schema security select sequence serializable session session_user set setof sets share show similar skip
  some stable statistics stdin stdout storage stored strict symmetric system_user table tables tablesample tablespace
  temp temporary then ties to trailing transaction trigger true truncate unbounded uncommitted union unique unlisten
  unlogged until update user using vacuum valid validate values variadic varying verbose view volatile when where
  window with within without`.split(/\s+/),
);
