import { UserMistake } from '../../authoring/user-mistake.ts';
import { findDatasets } from '../../engine/build/build-assets.ts';
import { createServerEngine, type ServerEngine } from '../../engine/postgres-engine.ts';
import type { Places } from '../places.ts';

/** The names that `--engine` takes. */
const ENGINES = ['pglite', 'postgres'] as const;
export type EngineName = (typeof ENGINES)[number];

/** Reads `--engine`. Throws a UserMistake that says what there is. */
export function readEngineName(name: string): EngineName {
  const found = ENGINES.find((known) => known === name);
  if (found) return found;
  throw new UserMistake(`there is no engine “${name}”`, 'leave --engine out, or write --engine postgres');
}

/** Opens the server that `DATABASE_URL` names and says what is different about it. Throws a UserMistake without an address, an EngineFault where no server answers. */
export async function openServerEngine(places: Places, say: (line: string) => void): Promise<ServerEngine> {
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl) {
    throw new UserMistake(
      '--engine postgres needs an address',
      'set DATABASE_URL to postgresql://user:password@host:5432/postgres',
    );
  }
  const engine = await createServerEngine({ databaseUrl, datasets: await findDatasets(places.exercises) });
  say(`${engine.version}; every check runs in a scratch database that is dropped afterwards`);
  for (const remark of engine.remarks) say(`The server differs: ${remark}.`);
  return engine;
}
