import type { Change } from '../checks/evidence.ts';
import type { Session } from '../engine/engine.ts';
import { read } from './ask.ts';

/** One fact of the catalog: what sort of thing, its identity, and its whole definition as text. */
export interface CatalogFact {
  readonly sort: string;
  readonly name: string;
  readonly definition: string;
}

const USER_SCHEMA = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`;
const NOT_OF_EXTENSION = (classId: string, oid: string) =>
  `not exists (select from pg_catalog.pg_depend d where d.classid = '${classId}'::pg_catalog.regclass
     and d.objid = ${oid} and d.deptype = 'e')`;

/** Catalogs that no exercise lets change at all: compared as a whole. */
const WHOLE: readonly (readonly [sort: string, catalog: string, key: string])[] = [
  ['operator classes', 'pg_opclass', 't.oid'],
  ['operator families', 'pg_amop', 't.oid'],
  ['support functions', 'pg_amproc', 't.oid'],
  ['access methods', 'pg_am', 't.oid'],
  ['aggregates', 'pg_aggregate', 't.aggfnoid'],
  ['collations', 'pg_collation', 't.oid'],
  ['text search configurations', 'pg_ts_config_map', 't.mapcfg, t.maptokentype, t.mapseqno'],
  ['text search dictionaries', 'pg_ts_dict', 't.oid'],
];

/**
 * Each query yields (sort, name, definition). Every name is qualified: nothing a learner made can stand in for it. The
 * settings of an extension come with its library, whenever that is loaded: they count where they are not as it set them.
 */
const QUERIES: readonly string[] = [
  `select 'schema', n.nspname::text, n.nspowner::text from pg_catalog.pg_namespace n where n.nspname !~ '^pg_(temp|toast)'`,
  `select case c.relkind when 'i' then 'index' when 'I' then 'index' when 'S' then 'sequence' else 'relation' end,
     n.nspname || '.' || c.relname,
     pg_catalog.concat_ws(' ', c.relkind, c.relpersistence, c.relowner, c.reloptions, c.relrowsecurity, c.relforcerowsecurity,
       c.relispartition, c.relreplident, c.relhasrules, c.reltablespace,
       case when c.relkind in ('i', 'I') then pg_catalog.pg_get_indexdef(c.oid) end,
       case when c.relkind in ('v', 'm') then pg_catalog.pg_get_viewdef(c.oid) end,
       (select pg_catalog.concat_ws(' ', x.indisvalid, x.indisready, x.indislive, x.indisunique, x.indisprimary, x.indisclustered)
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
  `select 'policy', p.polrelid::pg_catalog.regclass::text || '.' || p.polname, pg_catalog.pg_get_expr(p.polqual, p.polrelid)
   from pg_catalog.pg_policy p`,
  `select 'function', p.oid::pg_catalog.regprocedure::text, pg_catalog.md5(p::text) from pg_catalog.pg_proc p
   where ${NOT_OF_EXTENSION('pg_proc', 'p.oid')} and p.oid >= 16384`,
  `select 'built-in functions', 'pg_proc', pg_catalog.md5(pg_catalog.string_agg(pg_catalog.concat_ws(':', p.oid, p.prosrc, p.provolatile, p.procost), ',' order by p.oid))
   from pg_catalog.pg_proc p where p.oid < 16384`,
  `select 'operators', 'pg_operator', pg_catalog.md5(pg_catalog.string_agg(pg_catalog.concat_ws(':', o.oid, o.oprcode, o.oprrest, o.oprjoin), ',' order by o.oid))
   from pg_catalog.pg_operator o where ${NOT_OF_EXTENSION('pg_operator', 'o.oid')}`,
  `select 'casts', 'pg_cast', pg_catalog.md5(pg_catalog.string_agg(pg_catalog.concat_ws(':', k.oid, k.castsource, k.casttarget, k.castfunc, k.castcontext), ',' order by k.oid))
   from pg_catalog.pg_cast k where ${NOT_OF_EXTENSION('pg_cast', 'k.oid')}`,
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
  `select 'statistics', c.relname::text,
     pg_catalog.md5(pg_catalog.string_agg(pg_catalog.md5(s::text), ',' order by s.staattnum, s.stainherit))
   from pg_catalog.pg_statistic s join pg_catalog.pg_class c on c.oid = s.starelid
   join pg_catalog.pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'm') and ${USER_SCHEMA} group by 2`,
  `select 'size', n.nspname || '.' || c.relname, pg_catalog.concat_ws(' ', c.reltuples, c.relpages, c.relallvisible)
   from pg_catalog.pg_class c
   join pg_catalog.pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'm') and ${USER_SCHEMA}`,
  `select 'storage of table', n.nspname || '.' || c.relname, c.relfilenode::text from pg_catalog.pg_class c
   join pg_catalog.pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'm') and ${USER_SCHEMA}`,
  `select 'tablespace', s.spcname::text, s.spcoptions::text from pg_catalog.pg_tablespace s`,
  `select 'types', 'pg_type', pg_catalog.md5(pg_catalog.string_agg(pg_catalog.md5(t::text), ',' order by t.oid))
   from pg_catalog.pg_type t where t.typtype <> 'c'
     and not exists (select from pg_catalog.pg_type e where e.oid = t.typelem and e.typtype = 'c')`,
  ...WHOLE.map(
    ([sort, catalog, key]) =>
      `select '${sort}', '${catalog}', pg_catalog.md5(pg_catalog.string_agg(pg_catalog.md5(t::text), ',' order by ${key}))
       from pg_catalog.${catalog} t`,
  ),
];

/** Everything that a submission could have changed and that is not a row. */
export async function readCatalog(session: Session): Promise<readonly CatalogFact[]> {
  const rows = await read(session, `${QUERIES.join('\nunion all\n')}\norder by 1, 2, 3`);
  return rows.map(([sort, name, definition]) => ({
    sort: sort ?? '',
    name: name ?? '',
    definition: definition ?? '',
  }));
}

export interface CatalogDiff {
  readonly added: readonly CatalogFact[];
  readonly removed: readonly CatalogFact[];
  readonly altered: readonly { readonly before: CatalogFact; readonly after: CatalogFact }[];
}

export function diffCatalogs(before: readonly CatalogFact[], after: readonly CatalogFact[]): CatalogDiff {
  const key = (fact: CatalogFact) => `${fact.sort} ${fact.name}`;
  const old = new Map(before.map((fact) => [key(fact), fact]));
  const now = new Map(after.map((fact) => [key(fact), fact]));
  return {
    added: after.filter((fact) => !old.has(key(fact))),
    removed: before.filter((fact) => !now.has(key(fact))),
    altered: after.flatMap((fact) => {
      const was = old.get(key(fact));
      return was && was.definition !== fact.definition ? [{ before: was, after: fact }] : [];
    }),
  };
}

/** Which sorts of facts a kind of statement may add, remove or alter. */
const MAY: Readonly<Record<string, Partial<Record<'added' | 'removed' | 'altered', readonly string[]>>>> = {
  'create-index': { added: ['index'], altered: ['size'] },
  'drop-index': { removed: ['index'] },
  reindex: { altered: ['size'] },
  'create-statistics': { added: ['statistics object'] },
  'drop-statistics': { removed: ['statistics object'] },
  analyze: { added: ['statistics'], altered: ['size', 'statistics'] },
  vacuum: { added: ['statistics'], altered: ['size', 'statistics', 'storage of table'] },
  cluster: { altered: ['size', 'index', 'storage of table'] },
};

const WHAT: Readonly<Record<string, Change['what']>> = {
  setting: 'settings',
  'role setting': 'settings',
  tablespace: 'settings',
  statistics: 'statistics',
  size: 'statistics',
  relation: 'schema',
  column: 'schema',
  constraint: 'schema',
  sequence: 'schema',
  'storage of table': 'rows',
};

function describeChange(verb: string, fact: CatalogFact): Change {
  const object = fact.name.replace(/^public\./, '');
  return { what: WHAT[fact.sort] ?? 'objects', object, message: `the ${fact.sort} ${object} was ${verb}` };
}

/** What of a difference the exercise does not allow. An index behind a constraint counts as the constraint. */
export function findForbiddenChanges(diff: CatalogDiff, allow: readonly string[]): readonly Change[] {
  const may = (how: 'added' | 'removed' | 'altered', sort: string) =>
    allow.some((kind) => MAY[kind]?.[how]?.includes(sort) ?? false);
  return [
    ...diff.added.filter((fact) => !may('added', fact.sort)).map((fact) => describeChange('added', fact)),
    ...diff.removed
      .filter((fact) => !may('removed', fact.sort))
      .map((fact) => describeChange('removed', fact)),
    ...diff.altered
      .filter(({ after }) => !may('altered', after.sort))
      .map(({ after }) => describeChange('changed', after)),
  ];
}
