import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { readDataset } from '../exercise/read-dataset.ts';
import { checkBuilt } from './check-datasets.ts';
import { readCourse } from './check-run.ts';
import { EXIT, runCommand } from './exit.ts';
import { describeDataset, SEED } from './new-dataset-files.ts';
import { isKebab, nextOrder, schemaPath } from './new-place.ts';
import { findPlaces, type Places } from './places.ts';
import { prepareWhatBuilds } from './prepare.ts';
import { formatProblem } from './problems.ts';

const HELP = `npm run new:dataset -- <name> [--dump file.sql | --csv folder]

Makes a dataset, builds it, and describes what is in it.

  (nothing)         seed.sql with two tables of uneven data, to be changed
  --dump file.sql   what pg_dump prints in plain form; rows of COPY included
  --csv folder      a table for each .csv file, with types inferred from its values`;

interface Asked {
  readonly dump?: string | undefined;
  readonly csv?: string | undefined;
}

/** Puts what the dataset is made from into its folder. Says why where it cannot. */
async function placeSources(folder: string, { dump, csv }: Asked): Promise<string | undefined> {
  for (const path of [dump, csv]) if (path && !existsSync(path)) return `there is no ${path}`;
  await mkdir(folder, { recursive: true });
  if (dump) await cp(dump, join(folder, 'dump.sql'));
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

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
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
  const there = existsSync(folder) ? `${relative(places.root, folder)} is there already` : undefined;
  const named = isKebab(name) ? there : `“${name}” is no name: write lower-case words joined by hyphens`;
  const { datasets } = await readCourse(places);
  const wrong = named ?? (await placeSources(folder, values));
  if (wrong !== undefined) {
    console.error(`planwright: ${wrong}`);
    return EXIT.mistake;
  }
  return describe(places, name, nextOrder([...datasets.values()].map(({ spec }) => spec?.order)));
}

if (process.argv[1]?.endsWith('new-dataset.ts')) await runCommand(main);
