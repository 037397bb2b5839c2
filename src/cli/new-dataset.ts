import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { snakeName } from '../engine/build/csv-to-seed.ts';
import { readSource } from '../engine/build/read-source.ts';
import type { Engine } from '../engine/engine.ts';
import { readDataset } from '../exercise/read-dataset.ts';
import { read } from '../session/ask.ts';
import { checkBuilt } from './check-datasets.ts';
import { readCourse } from './check-run.ts';
import { EXIT, runCommand } from './exit.ts';
import { describeDataset, SEED } from './new-dataset-files.ts';
import { isKebab, nextOrder, schemaPath } from './new-place.ts';
import { findPlaces, type Places } from './places.ts';
import { prepareWhatBuilds } from './prepare.ts';
import { formatProblem } from './problems.ts';

const HELP = `npm run new:dataset -- <name> [--sql file.sql | --dump file.sql | --csv folder]

Makes a dataset, builds it, and describes what is in it.

  (nothing)         seed.sql with two tables of uneven data, to be changed; where the folder is there without
                    a dataset.yaml, what is in it
  --sql file.sql    a seed of your own: it is copied to seed.sql, and not read again
  --dump file.sql   what pg_dump prints in plain form; rows of COPY included
  --csv folder      a table for each .csv file, with types inferred from its values; “Bike Rides.csv” becomes bike_rides`;

type Say = (line: string) => void;
const say: Say = (line) => console.log(line);

interface Asked {
  readonly sql?: string | undefined;
  readonly dump?: string | undefined;
  readonly csv?: string | undefined;
}

/** A path as it was typed: npm runs a script in the project's folder, and says in which folder it was called. */
function typed(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

/** Copies each CSV file under a name that SQL needs no quotes for. Says why where it cannot. */
async function placeCsv(folder: string, from: string, say: Say): Promise<string | undefined> {
  const files = (await readdir(from)).filter((name) => name.endsWith('.csv'));
  if (files.length === 0) return `there is no .csv file in ${from}`;
  const names = files.map((file) => `${snakeName(file.replace(/\.csv$/, '')) || 'rows'}.csv`);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) return `two files of ${from} would become ${twice}: rename one`;
  await mkdir(join(folder, 'csv'), { recursive: true });
  for (const [at, file] of files.entries()) {
    const name = names[at] ?? file;
    await cp(join(from, file), join(folder, 'csv', name));
    if (name !== file) say(`“${file}” becomes ${name}: the table is called ${name.replace(/\.csv$/, '')}`);
  }
  return undefined;
}

/** Puts what the dataset is made from into its folder. Says why where it cannot. */
export async function placeSources(
  folder: string,
  { sql, dump, csv }: Asked,
  say: Say,
): Promise<string | undefined> {
  const named = sql ?? dump ?? csv;
  if (named !== undefined && !existsSync(typed(named))) return `there is no ${typed(named)}`;
  await mkdir(folder, { recursive: true });
  if (csv !== undefined) return placeCsv(folder, typed(csv), say);
  const into = join(folder, dump === undefined ? 'seed.sql' : 'dump.sql');
  if (named === undefined) {
    await writeFile(into, SEED);
    return undefined;
  }
  await cp(typed(named), into);
  say(`${named} is copied, and not read again: from now on change ${relative(process.cwd(), into)}`);
  return undefined;
}

/** Each table with its columns, as they were inferred of CSV files. */
const COLUMNS = `
  select c.relname, string_agg(format('    %s %s%s', a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod),
    case when a.attnotnull then ' not null' else '' end), E'\\n' order by a.attnum)
  from pg_catalog.pg_class c join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' group by 1 order by 1`;

async function tellColumns(engine: Engine, name: string, say: Say): Promise<void> {
  const session = await engine.open({ name });
  const tables = await read(session, COLUMNS);
  await session.close();
  say(
    'columns and types, inferred from all values (to change one, write a seed.sql beside csv/: alter table … alter column …):',
  );
  for (const [table, columns] of tables) say(`  ${table}\n${columns}`);
}

/** Builds every dataset, and says how large the new one is and how long it takes to open. */
async function describe(places: Places, name: string, order: number): Promise<number> {
  const folder = join(places.exercises, '_datasets', name);
  const file = join(folder, 'dataset.yaml');
  const { engine, built, problems } = await prepareWhatBuilds(places, say);
  const found = built[name];
  if (!found) {
    await engine.dispose();
    for (const problem of problems) console.error(formatProblem(problem));
    return EXIT.mistake;
  }
  const text = describeDataset(name, order, found.tables, schemaPath(file, 'dataset'));
  await writeFile(file, text);
  await (await engine.open({ name })).close();
  const began = performance.now();
  await (await engine.open({ name })).close();
  console.log(`it opens in ${Math.round(performance.now() - began)} ms here`);
  if (existsSync(join(folder, 'csv'))) await tellColumns(engine, name, say);
  await engine.dispose();
  const described = readDataset(new Map([['dataset.yaml', text]]), name);
  const shown = relative(places.root, folder);
  for (const problem of checkBuilt(shown, described, found)) console.error(formatProblem(problem));
  console.log(
    `\n${shown}/dataset.yaml describes it: say what each TODO asks for.\nNow: npm run new:exercise -- <id> --dataset ${name}`,
  );
  return EXIT.ok;
}

function refusal(places: Places, folder: string, name: string): string | undefined {
  if (!isKebab(name)) return `“${name}” is no name: write lower-case words joined by hyphens`;
  return existsSync(join(folder, 'dataset.yaml'))
    ? `${relative(places.root, folder)} is there already; to have it described anew, delete its dataset.yaml`
    : undefined;
}

/** Leaves what an author has put there, or what a build that failed has left to be mended. */
async function fillFolder(folder: string, asked: Asked): Promise<string | undefined> {
  const named = asked.sql ?? asked.dump ?? asked.csv;
  return named === undefined && (await readSource(folder, '')) ? undefined : placeSources(folder, asked, say);
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      sql: { type: 'string' },
      dump: { type: 'string' },
      csv: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [name] = positionals;
  if (values.help || name === undefined) {
    console.log(HELP);
    return values.help ? EXIT.ok : EXIT.mistake;
  }
  const places = findPlaces();
  const folder = join(places.exercises, '_datasets', name);
  const wrong = refusal(places, folder, name) ?? (await fillFolder(folder, values));
  const { datasets } = await readCourse(places);
  if (wrong !== undefined) {
    console.error(`planwright: ${wrong}`);
    return EXIT.mistake;
  }
  return describe(places, name, nextOrder([...datasets.values()].map(({ spec }) => spec?.order)));
}

if (process.argv[1]?.endsWith('new-dataset.ts')) await runCommand(main);
