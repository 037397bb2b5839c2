import { findDatasets } from '../../engine/build/build-assets.ts';
import { EngineFault } from '../../engine/engine.ts';
import { createServerEngine, type ServerEngine } from '../../engine/postgres-engine.ts';
import type { Places } from '../places.ts';

/** The names that `--engine` takes. */
const ENGINES = ['pglite', 'postgres'] as const;
export type EngineName = (typeof ENGINES)[number];

/** Reads `--engine`. Throws an EngineFault that lists what there is. */
export function readEngineName(name: string): EngineName {
  const found = ENGINES.find((known) => known === name);
  if (found) return found;
  throw new EngineFault(
    'init-failed',
    `there is no engine “${name}”: leave --engine out, or write --engine postgres`,
  );
}

/** Opens the server that `DATABASE_URL` names and says what is different about it. Throws an EngineFault. */
export async function openServerEngine(places: Places, say: (line: string) => void): Promise<ServerEngine> {
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl) {
    throw new EngineFault(
      'init-failed',
      '--engine postgres needs an address: set DATABASE_URL to postgresql://user:password@host:5432/postgres',
    );
  }
  const engine = await createServerEngine({ databaseUrl, datasets: await findDatasets(places.exercises) });
  say(`${engine.version}; every check runs in a scratch database that is dropped afterwards`);
  for (const remark of engine.remarks) say(`The server differs: ${remark}.`);
  return engine;
}
