import { madeSince } from './row-age.ts';

const USER_SCHEMA = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`;

/** Which file an index is in, and whether it may be used: a rebuilt one is in another file. */
export const BUILD = 'build of index';

/** Catalogs that no exercise lets change at all: a row more, a row fewer or a new version of one is a change. */
const WHOLE: readonly (readonly [sort: string, catalog: string])[] = [
  ['operators', 'pg_operator'],
  ['casts', 'pg_cast'],
  ['operator classes', 'pg_opclass'],
  ['operator families', 'pg_opfamily'],
  ['operator families', 'pg_amop'],
  ['support functions', 'pg_amproc'],
  ['access methods', 'pg_am'],
  ['aggregates', 'pg_aggregate'],
  ['collations', 'pg_collation'],
  ['text search configurations', 'pg_ts_config_map'],
  ['text search configurations', 'pg_ts_config'],
  ['text search dictionaries', 'pg_ts_dict'],
  ['text search parsers', 'pg_ts_parser'],
  ['text search templates', 'pg_ts_template'],
  ['values of types', 'pg_enum'],
  ['ranges', 'pg_range'],
  ['languages', 'pg_language'],
  ['transforms', 'pg_transform'],
  ['conversions', 'pg_conversion'],
  ['foreign servers', 'pg_foreign_server'],
  ['foreign-data wrappers', 'pg_foreign_data_wrapper'],
  ['publications', 'pg_publication'],
  ['large objects', 'pg_largeobject_metadata'],
  ['default privileges', 'pg_default_acl'],
  ['partition keys', 'pg_partitioned_table'],
];

/** How many row versions a catalog `t` has, and how many of them were made since a transaction. */
const versions = (since: string) =>
  `pg_catalog.concat_ws(' ', pg_catalog.count(*), pg_catalog.count(*) filter (where ${madeSince(since, 't')}))`;

/** The definition of a fact that was not written since, where the shipped one need not be read again. */
export const AS_SHIPPED = 'as shipped';

const SLOTS = [1, 2, 3, 4, 5].map(
  (k) => `s.stakind${k}, s.staop${k}, s.stacoll${k}, s.stavalues${k}::text,
     case when s.stakind${k} <> 3 then s.stanumbers${k}::text else '' end`,
);

/** A row of pg_statistic as text, whole, or without the correlation (kind 3), which says in what order the rows lie. */
const ROW_AS_TEXT = {
  whole: 's::text',
  'in any order': `pg_catalog.concat_ws('|', s.stainherit, s.stanullfrac, s.stawidth, s.stadistinct, ${SLOTS.join(', ')})`,
};

/**
 * What ANALYZE found of each column, and of each expression of an index. Statistics are large: with `since` only those
 * written since that transaction are read.
 */
export const statisticsQuery = (since?: string, what: keyof typeof ROW_AS_TEXT = 'whole'): string => `
   select f.sort, f.name, case when f.written then
     (select pg_catalog.md5(pg_catalog.string_agg(pg_catalog.md5(${ROW_AS_TEXT[what]}), ',' order by s.stainherit))
      from pg_catalog.pg_statistic s where s.starelid = f.starelid and s.staattnum = f.staattnum) else '${AS_SHIPPED}' end
   from (select case when c.relkind = 'i' then 'statistics of index' else 'statistics' end as sort,
       c.relname || '.' || a.attname as name, s.starelid, s.staattnum,
       pg_catalog.bool_or(${since === undefined ? 'true' : madeSince(since, 's')}) as written
     from pg_catalog.pg_statistic s join pg_catalog.pg_class c on c.oid = s.starelid
     join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = s.staattnum
     join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'm', 'i') and ${USER_SCHEMA} group by 1, 2, 3, 4) f`;

/**
 * Each query yields (sort, name, definition). Every name is qualified: nothing a learner made can stand in for it. The
 * settings of an extension come with its library, whenever that is loaded: they count where they are not as it set them.
 * Catalogs that nothing may change are told by the versions of their rows made since a transaction. `statistics` is the
 * query for those of columns.
 */
export const catalogQueries = (since: string, statistics: string): readonly string[] => [
  `select 'schema', n.nspname::text, n.nspowner::text from pg_catalog.pg_namespace n where n.nspname !~ '^pg_(temp|toast)'`,
  `select case c.relkind when 'i' then 'index' when 'I' then 'index' when 'S' then 'sequence' else 'relation' end,
     n.nspname || '.' || c.relname,
     pg_catalog.concat_ws(' ', c.relkind, c.relpersistence, c.relowner, c.reloptions, c.relrowsecurity, c.relforcerowsecurity,
       c.relispartition, c.relreplident, c.relhasrules, c.reltablespace, c.relam, c.relchecks,
       pg_catalog.pg_get_expr(c.relpartbound, c.oid),
       not c.relhastriggers and exists (select from pg_catalog.pg_trigger t where t.tgrelid = c.oid),
       not c.relhassubclass and exists (select from pg_catalog.pg_inherits i where i.inhparent = c.oid),
       case when c.relkind in ('i', 'I') then pg_catalog.pg_get_indexdef(c.oid) end,
       case when c.relkind in ('v', 'm') then pg_catalog.pg_get_viewdef(c.oid) end,
       (select pg_catalog.concat_ws(' ', x.indisunique, x.indisprimary, x.indisclustered)
        from pg_catalog.pg_index x where x.indexrelid = c.oid))
   from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   where n.nspname !~ '^pg_toast' and (c.oid >= 16384 or n.nspname not in ('pg_catalog', 'information_schema'))`,
  `select case when c.relkind in ('i', 'I') then 'statistics target' else 'column' end, n.nspname || '.' || c.relname || '.' || a.attname || ' ' || a.attnum,
     pg_catalog.concat_ws(' ', pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attstattarget, a.attoptions,
       a.attstorage, a.attcompression, a.attidentity, a.attgenerated, a.attcollation, a.attisdropped,
       pg_catalog.pg_get_expr(f.adbin, f.adrelid))
   from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid = a.attrelid
   join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   left join pg_catalog.pg_attrdef f on f.adrelid = a.attrelid and f.adnum = a.attnum
   where a.attnum > 0 and ${USER_SCHEMA} and (c.relkind in ('r', 'p', 'v', 'm', 'f')
     or c.relkind in ('i', 'I') and a.attstattarget is not null)`,
  `select 'partition', i.inhrelid::pg_catalog.regclass::text || ' of ' || i.inhparent::pg_catalog.regclass::text,
     pg_catalog.concat_ws(' ', i.inhseqno, i.inhdetachpending)
   from pg_catalog.pg_inherits i join pg_catalog.pg_class c on c.oid = i.inhrelid and c.relkind in ('r', 'p', 'f')`,
  // An index that serves reads, and that no write is entered in.
  `select 'index without writes', n.nspname || '.' || c.relname, ''
   from pg_catalog.pg_index x join pg_catalog.pg_class c on c.oid = x.indexrelid
   join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   where x.indisvalid and not (x.indisready and x.indislive)`,
  `select 'constraint', n.nspname || '.' || coalesce(c.conrelid::pg_catalog.regclass::text, '') || '.' || c.conname,
     pg_catalog.concat_ws(' ', pg_catalog.pg_get_constraintdef(c.oid), c.convalidated, c.conenforced)
   from pg_catalog.pg_constraint c join pg_catalog.pg_namespace n on n.oid = c.connamespace where ${USER_SCHEMA}`,
  `select 'trigger', t.tgrelid::pg_catalog.regclass::text || '.' || t.tgname,
     pg_catalog.concat_ws(' ', pg_catalog.pg_get_triggerdef(t.oid), t.tgenabled) from pg_catalog.pg_trigger t`,
  `select 'rule', r.ev_class::pg_catalog.regclass::text || '.' || r.rulename, pg_catalog.concat_ws(' ', pg_catalog.pg_get_ruledef(r.oid), r.ev_enabled)
   from pg_catalog.pg_rewrite r where r.oid >= 16384`,
  // The views that are asked here and in observing.
  `select 'system view', r.ev_class::pg_catalog.regclass::text || '.' || r.rulename,
     pg_catalog.md5(pg_catalog.concat_ws(' ', r.ev_enabled, r.is_instead, r.ev_qual, r.ev_action)) from pg_catalog.pg_rewrite r
   where r.ev_class in ('pg_catalog.pg_settings'::pg_catalog.regclass, 'pg_catalog.pg_prepared_statements'::pg_catalog.regclass)`,
  `select 'policy', p.polrelid::pg_catalog.regclass::text || '.' || p.polname,
     pg_catalog.concat_ws(' ', p.polcmd, p.polpermissive, p.polroles::text, pg_catalog.pg_get_expr(p.polqual, p.polrelid),
       pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid))
   from pg_catalog.pg_policy p`,
  `select 'function', p.oid::pg_catalog.regprocedure::text, pg_catalog.md5(p::text) from pg_catalog.pg_proc p
   where p.oid >= 16384`,
  `select 'built-in functions', 'pg_proc', ${versions(since)} from pg_catalog.pg_proc t where t.oid < 16384`,
  `select 'statistics object', s.stxnamespace::pg_catalog.regnamespace::text || '.' || s.stxname, pg_catalog.pg_get_statisticsobjdef(s.oid)
   from pg_catalog.pg_statistic_ext s`,
  `select 'statistics target', s.stxnamespace::pg_catalog.regnamespace::text || '.' || s.stxname, s.stxstattarget::text
   from pg_catalog.pg_statistic_ext s where s.stxstattarget is not null`,
  `select 'extension', x.extname::text, x.extversion from pg_catalog.pg_extension x`,
  `select 'event trigger', e.evtname::text, e.evtevent::text from pg_catalog.pg_event_trigger e`,
  `select 'role', a.rolname::text, pg_catalog.concat_ws(' ', a.rolsuper, a.rolbypassrls, a.rolcanlogin, a.rolinherit)
   from pg_catalog.pg_authid a`,
  `select 'role setting', pg_catalog.concat_ws('/', s.setdatabase, s.setrole), s.setconfig::text from pg_catalog.pg_db_role_setting s`,
  `select 'setting', s.name, s.setting from pg_catalog.pg_settings s
   where s.name not in ('is_superuser', 'session_authorization')
     and (s.name !~ '[.]' or s.setting is distinct from s.boot_val)`,
  statistics,
  `select 'size', n.nspname || '.' || c.relname, pg_catalog.concat_ws(' ', c.reltuples, c.relpages, c.relallvisible)
   from pg_catalog.pg_class c
   join pg_catalog.pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'm') and ${USER_SCHEMA}`,
  `select 'storage of table', n.nspname || '.' || c.relname, c.relfilenode::text from pg_catalog.pg_class c
   join pg_catalog.pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'm') and ${USER_SCHEMA}`,
  `select '${BUILD}', n.nspname || '.' || c.relname,
     pg_catalog.concat_ws(' ', c.relfilenode, x.indisvalid and x.indisready and x.indislive)
   from pg_catalog.pg_index x join pg_catalog.pg_class c on c.oid = x.indexrelid
   join pg_catalog.pg_namespace n on n.oid = c.relnamespace where ${USER_SCHEMA}`,
  `select 'tablespace', s.spcname::text, s.spcoptions::text from pg_catalog.pg_tablespace s`,
  `select 'types', 'pg_type', ${versions(since)}
   from pg_catalog.pg_type t where t.typtype <> 'c'
     and not exists (select from pg_catalog.pg_type e where e.oid = t.typelem and e.typtype = 'c')`,
  ...WHOLE.map(
    ([sort, catalog]) =>
      `select '${sort}', '${catalog}', ${versions(since)} from pg_catalog.${catalog} t having pg_catalog.count(*) > 0`,
  ),
];
