const USER_SCHEMA = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`;

/** Which file an index is in, and whether it may be used: a rebuilt one is in another file. */
export const BUILD = 'build of index';

/** Catalogs that no exercise lets change at all: compared as a whole. */
const WHOLE: readonly (readonly [sort: string, catalog: string, key: string])[] = [
  ['operators', 'pg_operator', 't.oid'],
  ['casts', 'pg_cast', 't.oid'],
  ['operator classes', 'pg_opclass', 't.oid'],
  ['operator families', 'pg_opfamily', 't.oid'],
  ['operator families', 'pg_amop', 't.oid'],
  ['support functions', 'pg_amproc', 't.oid'],
  ['access methods', 'pg_am', 't.oid'],
  ['aggregates', 'pg_aggregate', 't.aggfnoid'],
  ['collations', 'pg_collation', 't.oid'],
  ['text search configurations', 'pg_ts_config_map', 't.mapcfg, t.maptokentype, t.mapseqno'],
  ['text search configurations', 'pg_ts_config', 't.oid'],
  ['text search dictionaries', 'pg_ts_dict', 't.oid'],
  ['text search parsers', 'pg_ts_parser', 't.oid'],
  ['text search templates', 'pg_ts_template', 't.oid'],
  ['values of types', 'pg_enum', 't.oid'],
  ['ranges', 'pg_range', 't.rngtypid'],
  ['languages', 'pg_language', 't.oid'],
  ['transforms', 'pg_transform', 't.oid'],
  ['conversions', 'pg_conversion', 't.oid'],
  ['foreign servers', 'pg_foreign_server', 't.oid'],
  ['foreign-data wrappers', 'pg_foreign_data_wrapper', 't.oid'],
  ['publications', 'pg_publication', 't.oid'],
  ['large objects', 'pg_largeobject_metadata', 't.oid'],
  ['default privileges', 'pg_default_acl', 't.oid'],
];

/** What ANALYZE found of each column, and of each expression of an index. */
export const STATISTICS = `
   select case when c.relkind = 'i' then 'statistics of index' else 'statistics' end, c.relname || '.' || a.attname,
     pg_catalog.md5(pg_catalog.string_agg(pg_catalog.md5(s::text), ',' order by s.stainherit))
   from pg_catalog.pg_statistic s join pg_catalog.pg_class c on c.oid = s.starelid
   join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = s.staattnum
   join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p', 'm', 'i') and ${USER_SCHEMA} group by 1, 2`;

/**
 * Each query yields (sort, name, definition). Every name is qualified: nothing a learner made can stand in for it. The
 * settings of an extension come with its library, whenever that is loaded: they count where they are not as it set them.
 */
export const CATALOG_QUERIES: readonly string[] = [
  `select 'schema', n.nspname::text, n.nspowner::text from pg_catalog.pg_namespace n where n.nspname !~ '^pg_(temp|toast)'`,
  `select case c.relkind when 'i' then 'index' when 'I' then 'index' when 'S' then 'sequence' else 'relation' end,
     n.nspname || '.' || c.relname,
     pg_catalog.concat_ws(' ', c.relkind, c.relpersistence, c.relowner, c.reloptions, c.relrowsecurity, c.relforcerowsecurity,
       c.relispartition, c.relreplident, c.relhasrules, c.reltablespace, c.relam,
       case when c.relkind in ('i', 'I') then pg_catalog.pg_get_indexdef(c.oid) end,
       case when c.relkind in ('v', 'm') then pg_catalog.pg_get_viewdef(c.oid) end,
       (select pg_catalog.concat_ws(' ', x.indisunique, x.indisprimary, x.indisclustered)
        from pg_catalog.pg_index x where x.indexrelid = c.oid))
   from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   where n.nspname <> 'pg_catalog' and n.nspname <> 'information_schema' and n.nspname !~ '^pg_toast'`,
  `select 'column', n.nspname || '.' || c.relname || '.' || a.attname || ' ' || a.attnum,
     pg_catalog.concat_ws(' ', pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attstattarget, a.attoptions,
       a.attstorage, a.attcompression, a.attidentity, a.attgenerated, a.attcollation, a.attisdropped,
       pg_catalog.pg_get_expr(f.adbin, f.adrelid))
   from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid = a.attrelid
   join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   left join pg_catalog.pg_attrdef f on f.adrelid = a.attrelid and f.adnum = a.attnum
   where a.attnum > 0 and c.relkind in ('r', 'p', 'v', 'm', 'f') and ${USER_SCHEMA}`,
  `select 'constraint', n.nspname || '.' || coalesce(c.conrelid::pg_catalog.regclass::text, '') || '.' || c.conname,
     pg_catalog.concat_ws(' ', pg_catalog.pg_get_constraintdef(c.oid), c.convalidated, c.conenforced)
   from pg_catalog.pg_constraint c join pg_catalog.pg_namespace n on n.oid = c.connamespace where ${USER_SCHEMA}`,
  `select 'trigger', t.tgrelid::pg_catalog.regclass::text || '.' || t.tgname,
     pg_catalog.concat_ws(' ', pg_catalog.pg_get_triggerdef(t.oid), t.tgenabled) from pg_catalog.pg_trigger t`,
  `select 'rule', r.ev_class::pg_catalog.regclass::text || '.' || r.rulename, pg_catalog.concat_ws(' ', pg_catalog.pg_get_ruledef(r.oid), r.ev_enabled)
   from pg_catalog.pg_rewrite r where r.oid >= 16384`,
  `select 'policy', p.polrelid::pg_catalog.regclass::text || '.' || p.polname,
     pg_catalog.concat_ws(' ', p.polcmd, p.polpermissive, p.polroles::text, pg_catalog.pg_get_expr(p.polqual, p.polrelid),
       pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid))
   from pg_catalog.pg_policy p`,
  `select 'function', p.oid::pg_catalog.regprocedure::text, pg_catalog.md5(p::text) from pg_catalog.pg_proc p
   where p.oid >= 16384`,
  `select 'built-in functions', 'pg_proc', pg_catalog.md5(pg_catalog.string_agg(pg_catalog.md5(p::text), ',' order by p.oid))
   from pg_catalog.pg_proc p where p.oid < 16384`,
  `select 'statistics object', s.stxnamespace::pg_catalog.regnamespace::text || '.' || s.stxname, pg_catalog.pg_get_statisticsobjdef(s.oid)
   from pg_catalog.pg_statistic_ext s`,
  `select 'extension', x.extname::text, x.extversion from pg_catalog.pg_extension x`,
  `select 'event trigger', e.evtname::text, e.evtevent::text from pg_catalog.pg_event_trigger e`,
  `select 'role', a.rolname::text, pg_catalog.concat_ws(' ', a.rolsuper, a.rolbypassrls, a.rolcanlogin, a.rolinherit)
   from pg_catalog.pg_authid a`,
  `select 'role setting', pg_catalog.concat_ws('/', s.setdatabase, s.setrole), s.setconfig::text from pg_catalog.pg_db_role_setting s`,
  `select 'setting', s.name, s.setting from pg_catalog.pg_settings s
   where s.name not in ('is_superuser', 'session_authorization')
     and (s.name !~ '[.]' or s.setting is distinct from s.boot_val)`,
  STATISTICS,
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
  `select 'types', 'pg_type', pg_catalog.md5(pg_catalog.string_agg(pg_catalog.md5(t::text), ',' order by t.oid))
   from pg_catalog.pg_type t where t.typtype <> 'c'
     and not exists (select from pg_catalog.pg_type e where e.oid = t.typelem and e.typtype = 'c')`,
  ...WHOLE.map(
    ([sort, catalog, key]) =>
      `select '${sort}', '${catalog}', pg_catalog.md5(pg_catalog.string_agg(pg_catalog.md5(t::text), ',' order by ${key}))
       from pg_catalog.${catalog} t having pg_catalog.count(*) > 0`,
  ),
];
