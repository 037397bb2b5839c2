import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import { buildAssets, findDatasets, type SeedFault } from '../engine/build/build-assets.ts';
import type { Engine } from '../engine/engine.ts';
import type { DatasetFile } from '../engine/manifest.ts';
import { createNodeEngine } from '../engine/node-engine.ts';
import { createNodeSqlite } from '../engine/sqlite/node-sqlite.ts';
import type { LessonEngines } from '../session/lesson-databases.ts';
import type { Places } from './places.ts';
import type { Problem } from './problems.ts';
import { withLock } from './with-lock.ts';

/** What a lesson’s blocks run on: PostgreSQL, and a SQLite beside it where they ask for one. */
export function lessonEngines(postgres: Engine): LessonEngines {
  return { postgres, makeSqlite: createNodeSqlite };
}

/** A course of somebody’s own is run by the same engine. */
const OF_THE_PROJECT = join(import.meta.dirname, '../../public/engine');

export type Prepared =
  | { readonly kind: 'ok'; readonly engine: Engine; readonly datasets: readonly string[] }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

/** An engine on the datasets that could be built, and what is wrong with the others. */
export interface PartlyPrepared {
  readonly engine: Engine;
  readonly built: Readonly<Record<string, DatasetFile>>;
  readonly problems: readonly Problem[];
}

function seedFix(message: string): string {
  if (/at or near "\\/.test(message))
    return 'take psql’s own commands, such as \\c and \\i, out: a seed is SQL alone, and what pg_dump wrote is called dump.sql';
  if (/^syntax error/.test(message)) return 'mend this statement, or end the one before it with a semicolon';
  return 'mend this statement; a seed must run on an empty database';
}

function seedProblem(places: Places, { file, line, message, fix }: SeedFault): Problem {
  return {
    file: relative(places.root, file),
    line,
    what: fix === undefined ? `the seed fails: ${message}` : message,
    fix: fix ?? seedFix(message),
  };
}

/** Beside the folder's name and not in it: all that is in it is served. */
function lockOf({ cache, engine }: Places): string {
  const key = createHash('sha256').update(engine).digest('hex').slice(0, 12);
  return join(cache, `snapshots-${key}.lock`);
}

/**
 * Builds what snapshots are missing and opens the engine on those that there are; one command at a time, as each removes
 * files that its own list lacks. `kept` threads serve one database after
 * another: for SQL that can be trusted not to break out of its own.
 */
export async function prepareWhatBuilds(
  places: Places,
  say: (line: string) => void,
  kept = 0,
): Promise<PartlyPrepared> {
  const waits = () => say('waiting for another command that builds snapshots');
  return withLock(lockOf(places), waits, async () => {
    const datasets = await findDatasets(places.exercises);
    const outcome = await buildAssets({ into: places.engine, from: OF_THE_PROJECT, datasets, say });
    const errors = outcome.kind === 'ok' ? [] : outcome.errors;
    return {
      engine: await createNodeEngine(places.engine, { kept }),
      built: outcome.manifest.datasets,
      problems: errors.map((fault) => seedProblem(places, fault)),
    };
  });
}

/** Builds what snapshots are missing and opens the engine on them. A seed that fails is its author's problem. */
export async function prepareEngine(places: Places, say: (line: string) => void): Promise<Prepared> {
  const { engine, built, problems } = await prepareWhatBuilds(places, say);
  if (problems.length === 0) return { kind: 'ok', engine, datasets: Object.keys(built) };
  await engine.dispose();
  return { kind: 'problems', problems };
}
