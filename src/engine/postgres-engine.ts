import type { DatasetSource } from './build/build-assets.ts';
import { type DatasetRef, type Engine, EngineFault, type Session } from './engine.ts';
import { EMPTY_DATASET } from './manifest.ts';
import { openConnection } from './postgres-connection.ts';
import { createScratchDatabases } from './postgres-scratch.ts';
import { openServer, type Server } from './postgres-server.ts';
import { createServerSession } from './postgres-session.ts';
import { sessionOptions } from './postgres-settings.ts';
import { buildDatasetTemplate, extendTemplate, type Template } from './postgres-template.ts';
import { rememberByKey } from './remember-by-key.ts';

export interface ServerEngineOptions {
  /** A superuser’s address: `postgresql://user:password@host:5432/postgres`. */
  readonly databaseUrl: string;
  readonly datasets: readonly Pick<DatasetSource, 'name' | 'seed'>[];
}

export interface ServerEngine extends Engine {
  /** Where the server differs from the embedded engine in what no session can set, a sentence each. */
  readonly remarks: readonly string[];
}

function createTemplates(server: Server, options: ServerEngineOptions) {
  const seeds = new Map(options.datasets.map(({ name, seed }) => [name, seed]));
  seeds.set(EMPTY_DATASET, seeds.get(EMPTY_DATASET) ?? '');
  const base = rememberByKey<Template>();
  const extended = rememberByKey<Template>();
  return async (ref: DatasetRef): Promise<Template> => {
    const seed = seeds.get(ref.name);
    if (seed === undefined) throw new EngineFault('unknown-dataset', `there is no dataset “${ref.name}”`);
    const key = JSON.stringify([ref.name, ref.extensions ?? [], ref.setup ?? '']);
    return extended(key, async () => {
      const template = await base(ref.name, () => buildDatasetTemplate(server, ref.name, seed));
      return extendTemplate(server, template, ref);
    });
  };
}

/**
 * A real server: every session is a copy of the dataset's template, in a scratch database that is dropped afterwards,
 * also where this process ends badly. Throws an EngineFault that says what is wrong with the server or the address.
 */
export async function createServerEngine(options: ServerEngineOptions): Promise<ServerEngine> {
  const server = await openServer(options.databaseUrl);
  const templateOf = createTemplates(server, options);
  const scratch = createScratchDatabases(server);
  const open = new Set<Session>();
  let disposed = false;
  return {
    version: `PostgreSQL ${server.version} (server)`,
    remarks: server.remarks,
    async open(ref) {
      if (disposed) throw new EngineFault('closed', 'the engine is closed');
      const { database, statisticsTarget } = await templateOf(ref);
      const copy = await scratch.take(database);
      try {
        const connection = await openConnection(server.address, copy, sessionOptions(statisticsTarget));
        const session = createServerSession(server, connection, () => {
          open.delete(session);
          scratch.giveBack(copy);
        });
        open.add(session);
        return session;
      } catch (thrown) {
        scratch.giveBack(copy);
        throw thrown;
      }
    },
    prepare: () => {},
    async dispose() {
      disposed = true;
      await Promise.all([...open].map((session) => session.close()));
      await server.close();
    },
  };
}
