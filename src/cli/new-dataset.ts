import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { readSource } from '../engine/build/read-source.ts';
import type { Engine } from '../engine/engine.ts';
import type { DatasetFile } from '../engine/manifest.ts';
import { checkChance } from '../exercise/check-sql.ts';
import { readDataset } from '../exercise/read-dataset.ts';
import { checkBuilt } from './check-datasets.ts';
import { readCourse } from './check-run.ts';
import { EXIT, runCommand } from './exit.ts';
import { describeDataset } from './new-dataset-files.ts';
import { type Asked, type Placed, placeSources, takeBack, whyNoTables } from './new-dataset-sources.ts';
import { listValues } from './new-dataset-values.ts';
import { isKebab, nextOrder, type Refused, refuse, schemaPath } from './new-place.ts';
import { findPlaces, type Places } from './places.ts';
import { prepareWhatBuilds } from './prepare.ts';
import { formatProblem, type Problem } from './problems.ts';

const HELP = `npm run new:dataset -- <name> [--sql file.sql | --dump file.sql | --csv folder]

Makes a dataset, builds it, lists its columns with their commonest values, and describes what is in it.
Where it cannot be built, nothing is left behind.

  (nothing)         seed.sql with two tables of uneven data, to be changed; where the folder is there without
                    a dataset.yaml, what is in it
  --sql file.sql    a seed of your own: it is copied to seed.sql, and not read again
  --dump file.sql   what pg_dump prints in plain form; rows of COPY included
  --csv folder      a table for each .csv file, with types inferred from its values; “Bike Rides.csv” becomes bike_rides`;

const say = (line: string): void => console.log(line);

interface Found {
  readonly places: Places;
  readonly name: string;
  readonly folder: string;
  readonly engine: Engine;
  readonly built: DatasetFile;
}

/** Says what is in the new dataset, how large it is and how long it takes to open, and writes its description. */
async function describe({ places, name, folder, engine, built }: Found, order: number): Promise<void> {
  const file = join(folder, 'dataset.yaml');
  const text = describeDataset(name, order, built.tables, schemaPath(file, 'dataset'));
  await writeFile(file, text);
  await (await engine.open({ name })).close();
  const began = performance.now();
  const session = await engine.open({ name });
  say(`it opens in ${Math.round(performance.now() - began)} ms here`);
  if (existsSync(join(folder, 'csv')))
    say(
      'types are inferred from all values; to change one, write a seed.sql beside csv/: alter table … alter column …',
    );
  say('its columns with their commonest values, to choose parameters from:');
  for (const line of await listValues(session)) say(line);
  await session.close();
  const described = readDataset(new Map([['dataset.yaml', text]]), name);
  const shown = relative(places.root, folder);
  for (const problem of checkBuilt(shown, described, built)) console.error(formatProblem(problem));
  say(
    `\n${shown}/dataset.yaml describes it: say what each TODO asks for.\nNow: npm run new:exercise -- <id> --dataset ${name}`,
  );
}

/** A mistake in a copied file, told of the file that it was copied from. */
function atOrigin({ root }: Places, placed: Placed | undefined, problem: Problem): Problem {
  const origins = [...(placed?.origins ?? [])];
  const [, origin] = origins.find(([file]) => relative(root, file) === problem.file) ?? [];
  return { ...problem, file: origin ?? problem.file };
}

/** Builds every dataset and describes the new one. Where that fails, what was put there is taken away again. */
async function buildAndDescribe(
  places: Places,
  name: string,
  order: number,
  placed: Placed | undefined,
): Promise<number> {
  const folder = join(places.exercises, '_datasets', name);
  const { engine, built, problems } = await prepareWhatBuilds(places, say).catch(async (thrown) => {
    if (placed) await takeBack(placed);
    throw thrown;
  });
  const there = built[name];
  const empty = there && whyNoTables(placed, there.tables);
  const found = empty ? undefined : there;
  if (found) await describe({ places, name, folder, engine, built: found }, order);
  await engine.dispose();
  if (found && placed?.note !== undefined) say(placed.note);
  if (found) return EXIT.ok;
  const told = [...problems.map((problem) => atOrigin(places, placed, problem)), ...(empty ? [empty] : [])];
  for (const problem of told) console.error(formatProblem(problem));
  if (placed) {
    await takeBack(placed);
    console.error('planwright: nothing was written: mend what is told above, and run this command again');
  }
  return EXIT.mistake;
}

function refusal(places: Places, folder: string, name: string): string | undefined {
  if (!isKebab(name)) return `“${name}” is no name: write lower-case words joined by hyphens`;
  return existsSync(join(folder, 'dataset.yaml'))
    ? `${relative(places.root, folder)} is there already; to have it described anew, delete its dataset.yaml`
    : undefined;
}

/** Leaves what an author has put there: nothing is placed then. Rows made by chance are told before anything is built. */
async function fillFolder(folder: string, asked: Asked): Promise<Placed | Refused | undefined> {
  const named = asked.sql ?? asked.dump ?? asked.csv;
  const own = named === undefined ? await readSource(folder, '') : undefined;
  const seed = join(folder, 'seed.sql');
  const found =
    own && existsSync(seed) ? checkChance(relative(process.cwd(), seed), await readFile(seed, 'utf8')) : [];
  if (found.length > 0)
    return refuse(`the data cannot be described yet\n${found.map(formatProblem).join('\n')}`);
  return own ? undefined : placeSources(folder, asked, say);
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
  const wrong = refusal(places, folder, name);
  const { datasets } = await readCourse(places);
  const placed = wrong === undefined ? await fillFolder(folder, values) : refuse(wrong);
  if (placed?.kind === 'refused') {
    console.error(`planwright: ${placed.why}`);
    return EXIT.mistake;
  }
  const order = nextOrder([...datasets.values()].map(({ spec }) => spec?.order));
  return buildAndDescribe(places, name, order, placed);
}

await runCommand(main);
