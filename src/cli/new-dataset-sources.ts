import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { snakeName } from '../engine/build/csv-to-seed.ts';
import { checkChance } from '../exercise/check-sql.ts';
import { readUtf8 } from '../sql/utf8.ts';
import { fromWhereTyped } from './from-where-typed.ts';
import { SEED } from './new-dataset-files.ts';
import { type Refused, refuse } from './new-place.ts';
import { formatProblem, type Problem } from './problems.ts';

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

/** The absolute path of what was named. */
const typed = (path: string): string => resolve(fromWhereTyped(path));

async function csvFiles(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.csv'));
}

/** Copies each CSV file under a name that SQL needs no quotes for. */
async function placeCsv(folder: string, named: string, say: Say): Promise<Placed | Refused> {
  const from = typed(named);
  const files = await csvFiles(from);
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

/** What of the sources cannot be taken as it is, each by the path that was typed. */
async function faultsOf({ sql, dump, csv }: Asked): Promise<readonly Problem[]> {
  const files = [sql, dump].flatMap((file) => file ?? []);
  const tables = csv === undefined ? [] : await csvFiles(typed(csv));
  const named = [...files, ...tables.map((name) => join(csv ?? '', name))];
  const bytes = await Promise.all(named.map(async (file) => [file, await readFile(typed(file))] as const));
  const undecoded = bytes.flatMap(([file, read]) => readUtf8(file, read).fault ?? []);
  // Rows made by chance or the clock are refused as the check refuses them.
  return undecoded.length > 0 || sql === undefined
    ? undecoded
    : checkChance(sql, await readFile(typed(sql), 'utf8'));
}

/** Why a dataset that was built cannot be described: it has no table. */
export function whyNoTables(placed: Placed | undefined, tables: readonly unknown[]): Problem | undefined {
  if (tables.length > 0) return undefined;
  const [file = 'seed.sql', origin = file] = [...(placed?.origins ?? [])][0] ?? [];
  const fix = 'write CREATE TABLE, and INSERT for its rows';
  return { file: origin, line: 1, what: 'this makes no table', fix };
}

/** A path that is not there, a file in place of a folder, or a folder in place of a file. */
async function whyNot(path: string, { dump, csv }: Asked): Promise<Refused | undefined> {
  if (!existsSync(path)) return refuse(`there is no ${path}`);
  const isFolder = (await stat(path)).isDirectory();
  if (csv !== undefined && !isFolder)
    return refuse(
      `--csv takes a folder of .csv files, and ${path} is a file: name a folder that holds it alone`,
    );
  if (csv !== undefined || !isFolder) return undefined;
  return refuse(`--${dump === undefined ? 'sql' : 'dump'} takes a file, and ${path} is a folder`);
}

/** Puts what the dataset is made from into its folder. `loadParser` must have run. */
export async function placeSources(folder: string, asked: Asked, say: Say): Promise<Placed | Refused> {
  const { sql, dump, csv } = asked;
  const named = sql ?? dump ?? csv;
  if ([sql, dump, csv].filter((one) => one !== undefined).length > 1)
    return refuse('name one of --sql, --dump and --csv: a dataset is made from one of them');
  const not = named === undefined ? undefined : await whyNot(typed(named), asked);
  if (not) return not;
  const into = join(folder, csv !== undefined ? 'csv' : dump === undefined ? 'seed.sql' : 'dump.sql');
  const shown = relative(process.cwd(), into);
  if (existsSync(into))
    return refuse(`${shown} is there already: to describe what is in it, name no file; else delete it`);
  const faults = await faultsOf(asked);
  if (faults.length > 0) return refuse(`nothing was written\n${faults.map(formatProblem).join('\n')}`);
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
