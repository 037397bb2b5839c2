import type { Extensions } from '@electric-sql/pglite';
import { EngineFault } from './engine.ts';

/** Extensions that an exercise or a lesson may ask for. Loaded one by one: some crash the engine beside others. */
const LOADERS: Readonly<Record<string, () => Promise<Extensions>>> = {
  amcheck: () => import('@electric-sql/pglite/contrib/amcheck').then(({ amcheck }) => ({ amcheck })),
  bloom: () => import('@electric-sql/pglite/contrib/bloom').then(({ bloom }) => ({ bloom })),
  btree_gin: () => import('@electric-sql/pglite/contrib/btree_gin').then(({ btree_gin }) => ({ btree_gin })),
  btree_gist: () =>
    import('@electric-sql/pglite/contrib/btree_gist').then(({ btree_gist }) => ({ btree_gist })),
  citext: () => import('@electric-sql/pglite/contrib/citext').then(({ citext }) => ({ citext })),
  pageinspect: () =>
    import('@electric-sql/pglite/contrib/pageinspect').then(({ pageinspect }) => ({ pageinspect })),
  pg_buffercache: () =>
    import('@electric-sql/pglite/contrib/pg_buffercache').then(({ pg_buffercache }) => ({ pg_buffercache })),
  pg_stat_statements: () =>
    import('@electric-sql/pglite/contrib/pg_stat_statements').then(({ pg_stat_statements }) => ({
      pg_stat_statements,
    })),
  pg_trgm: () => import('@electric-sql/pglite/contrib/pg_trgm').then(({ pg_trgm }) => ({ pg_trgm })),
  pg_visibility: () =>
    import('@electric-sql/pglite/contrib/pg_visibility').then(({ pg_visibility }) => ({ pg_visibility })),
};

/** The names that `extensions:` accepts. */
export const EXTENSION_NAMES: readonly string[] = Object.keys(LOADERS);

/** Whether PostgreSQL has to be started with the extension's library (shared_preload_libraries). */
export function loadedAtStart(name: string): boolean {
  return name === 'pg_stat_statements';
}

/** Loads the code of the named extensions; `CREATE EXTENSION` is still to be run. Throws on a name it does not know. */
export async function loadExtensions(names: readonly string[]): Promise<Extensions> {
  const loaded = await Promise.all(
    names.map((name) => {
      const load = LOADERS[name];
      if (!load) throw new EngineFault('init-failed', `there is no extension “${name}” here`);
      return load();
    }),
  );
  return Object.assign({}, ...loaded);
}
