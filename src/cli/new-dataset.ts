import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { readSource } from '../engine/build/read-source.ts';
import { readDataset } from '../exercise/read-dataset.ts';
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
  --sql file.sql    a seed of your own: it becomes seed.sql
  --dump file.sql   what pg_dump prints in plain form; rows of COPY included
  --csv folder      a table for each .csv file, with types inferred from its values`;

interface Asked {
  readonly sql?: string | undefined;
  readonly dump?: string | undefined;
  readonly csv?: string | undefined;
}

/** Puts what the dataset is made from into its folder. Says why where it cannot. */
async function placeSources(folder: string, { sql, dump, csv }: Asked): Promise<string | undefined> {
  for (const path of [sql, dump, csv]) if (path && !existsSync(path)) return `there is no ${path}`;
  await mkdir(folder, { recursive: true });
  if (sql) await cp(sql, join(folder, 'seed.sql'));
  else if (dump) await cp(dump, join(folder, 'dump.sql'));
  else if (csv) {
    const files = (await readdir(csv)).filter((name) => name.endsWith('.csv'));
    if (files.length === 0) return `there is no .csv file in ${csv}`;
    await mkdir(join(folder, 'csv'), { recursive: true });
    for (const file of files) await cp(join(csv, file), join(folder, 'csv', file));
  } else await writeFile(join(folder, 'seed.sql'), SEED);
  return undefined;
}

/** Builds every dataset, and says how large the new one is and how long it takes to open. */
async function describe(places: Places, name: string, order: number): Promise<number> {
  const folder = join(places.exercises, '_datasets', name);
  const file = join(folder, 'dataset.yaml');
  const { engine, built, problems } = await prepareWhatBuilds(places, (line) => console.log(line));
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
  await engine.dispose();
  const read = readDataset(new Map([['dataset.yaml', text]]), name);
  const shown = relative(places.root, folder);
  for (const problem of checkBuilt(shown, read, found)) console.error(formatProblem(problem));
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
  return named === undefined && (await readSource(folder, '')) ? undefined : placeSources(folder, asked);
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
