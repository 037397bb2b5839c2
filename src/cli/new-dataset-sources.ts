import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { snakeName } from '../engine/build/csv-to-seed.ts';
import { checkChance } from '../exercise/check-sql.ts';
import { SEED } from './new-dataset-files.ts';
import { type Refused, refuse } from './new-place.ts';
import { formatProblem } from './problems.ts';

/** What a dataset was asked to be made from; a seed to begin with where it is nothing. */
export interface Asked {
  readonly sql?: string | undefined;
  readonly dump?: string | undefined;
  readonly csv?: string | undefined;
}

/** Files that a command has put into a dataset’s folder. */
export interface Placed {
  readonly kind: 'ok';
  /** By the path of each file where it was copied from, as it was typed; of a file of ours nothing. */
  readonly origins: ReadonlyMap<string, string | undefined>;
  /** What to know of it once it is built. */
  readonly note?: string;
}

type Say = (line: string) => void;

/** A path as it was typed: npm runs a script in the project's folder, and says in which folder it was called. */
function typed(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

/** Copies each CSV file under a name that SQL needs no quotes for. */
async function placeCsv(folder: string, named: string, say: Say): Promise<Placed | Refused> {
  const from = typed(named);
  const files = (await readdir(from)).filter((name) => name.endsWith('.csv'));
  if (files.length === 0) return refuse(`there is no .csv file in ${from}`);
  const names = files.map((file) => `${snakeName(file.replace(/\.csv$/, '')) || 'rows'}.csv`);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) return refuse(`two files of ${from} would become ${twice}: rename one`);
  await mkdir(join(folder, 'csv'), { recursive: true });
  const origins = new Map<string, string>();
  for (const [at, file] of files.entries()) {
    const name = names[at] ?? file;
    const into = join(folder, 'csv', name);
    await cp(join(from, file), into);
    origins.set(into, join(named, file));
    if (name !== file) say(`“${file}” becomes ${name}: the table is called ${name.replace(/\.csv$/, '')}`);
  }
  return { kind: 'ok', origins };
}

/** Rows made by chance or the clock are refused before anything is written, as the check refuses them. */
async function whyNoSeed(sql: string): Promise<Refused | undefined> {
  const found = checkChance(sql, await readFile(typed(sql), 'utf8'));
  return found.length === 0
    ? undefined
    : refuse(`nothing was written\n${found.map(formatProblem).join('\n')}`);
}

/** Puts what the dataset is made from into its folder. `loadParser` must have run. */
export async function placeSources(folder: string, asked: Asked, say: Say): Promise<Placed | Refused> {
  const { sql, dump, csv } = asked;
  const named = sql ?? dump ?? csv;
  if (named !== undefined && !existsSync(typed(named))) return refuse(`there is no ${typed(named)}`);
  const into = join(folder, csv !== undefined ? 'csv' : dump === undefined ? 'seed.sql' : 'dump.sql');
  const shown = relative(process.cwd(), into);
  if (existsSync(into))
    return refuse(`${shown} is there already: to describe what is in it, name no file; else delete it`);
  const chance = sql === undefined ? undefined : await whyNoSeed(sql);
  if (chance) return chance;
  if (csv !== undefined) return placeCsv(folder, csv, say);
  await mkdir(folder, { recursive: true });
  const origins = new Map([[into, named]]);
  if (named === undefined) {
    await writeFile(into, SEED);
    return { kind: 'ok', origins };
  }
  await cp(typed(named), into);
  const note = `${named} was copied, and is not read again: from now on change ${shown}`;
  return { kind: 'ok', origins, note };
}

/** Takes away what was put there, and the folders up to `_datasets/` that are empty then. */
export async function takeBack({ origins }: Placed): Promise<void> {
  for (const file of origins.keys()) await rm(file, { force: true });
  for (let folder of [...origins.keys()].map(dirname)) {
    // A folder that holds something else stays, and those around it.
    while (
      await rmdir(folder).then(
        () => basename(folder) !== '_datasets',
        () => false,
      )
    )
      folder = dirname(folder);
  }
}
