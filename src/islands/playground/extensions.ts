/** Loaded beside every dataset: they read the engine's pages, and do not disturb what else is there. */
export const EXTENSIONS: readonly string[] = ['pg_buffercache', 'pageinspect', 'pg_visibility', 'pg_trgm'];

/** Whether the playground's database has all that a text needs. */
export function canCarry(extensions: readonly string[]): boolean {
  return extensions.every((name) => EXTENSIONS.includes(name));
}
