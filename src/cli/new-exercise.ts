import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import type { Engine } from '../engine/engine.ts';
import { nearest } from '../exercise/issue-in-words.ts';
import { readExercise } from '../exercise/read-exercise.ts';
import { type Suggestion, suggestBudgets } from '../exercise/suggest-budgets.ts';
import { observeStart } from '../session/start-state.ts';
import { submit } from '../session/submit.ts';
import type { FilesChecked } from './check-files.ts';
import { readCourse } from './check-run.ts';
import { EXIT, runCommand } from './exit.ts';
import { copiedFiles, type ExerciseScaffold, exerciseFiles } from './new-exercise-files.ts';
import { exerciseOrders, isKebab, nextOrder, schemaPath } from './new-place.ts';
import { describeLargest, findQuestion, type Question } from './new-question.ts';
import { findPlaces, type Places } from './places.ts';
import { prepareWhatBuilds } from './prepare.ts';
import { readFolder } from './read-folder.ts';

const HELP = `npm run new:exercise -- <id> [--from existing] [--dataset name] [--module name]

Writes an exercise that passes the check but for what it asks you to write: every TODO is one of its problems.
It asks for an index on a column of the dataset that has none, with budgets measured on that data.

  --from existing   the files of another exercise, with its texts to be written anew
  --dataset name    the data; by default the first dataset
  --module name     the module; by default the first module that has exercises`;

/** Loose enough for any index; what the honest answers then take makes the budgets that are written. */
const LOOSE = { pages: '90%', lean: '100 MB', writes: '+900%' };

/** Budgets that the solution and the other honest answer meet: the larger index is the other’s. */
async function measuredBudgets(
  engine: Engine,
  question: Question,
  scaffold: ExerciseScaffold,
): Promise<ExerciseScaffold['budgets']> {
  const { exercise } = readExercise(exerciseFiles(question, scaffold), 'scaffold');
  if (!exercise) return LOOSE;
  const start = await observeStart(engine, exercise);
  const suggestions: Suggestion[] = [];
  for (const sql of [...exercise.also.map((answer) => answer.sql), exercise.solution]) {
    const { evidence } = await submit(engine, exercise, start, sql);
    if (evidence) suggestions.push(...suggestBudgets(exercise.spec.checks, evidence));
  }
  const all = (check: string) => suggestions.filter((one) => one.check === check).map(({ value }) => value);
  const most = all('pages').sort((a, b) => Number.parseFloat(b) - Number.parseFloat(a))[0];
  const [lean, writes] = [all('lean')[0], all('writes')[0]];
  return { pages: most ?? LOOSE.pages, lean: lean ?? LOOSE.lean, writes: writes ?? LOOSE.writes };
}

export interface NewExercise {
  readonly id: string;
  readonly from?: string | undefined;
  readonly dataset?: string | undefined;
  readonly module?: string | undefined;
}

export type Scaffolded =
  | { readonly kind: 'ok'; readonly files: ReadonlyMap<string, string> }
  | { readonly kind: 'refused'; readonly why: string };

function refuse(why: string): Scaffolded {
  return { kind: 'refused', why };
}

async function copy(places: Places, course: FilesChecked, from: string): Promise<Scaffolded> {
  const source = course.exercises.find(({ id }) => id === from);
  if (!source) {
    const near = nearest(
      from,
      course.exercises.map(({ id }) => id),
    );
    return refuse(`there is no exercise “${from}”${near ? `: did you mean ${near}?` : ''}`);
  }
  const module = source.read.front?.outline.module ?? '';
  const files = await readFolder(join(places.exercises, from));
  return { kind: 'ok', files: copiedFiles(files, nextOrder(exerciseOrders(course, module)), from) };
}

/** Makes an exercise's files; nothing is written. */
export async function scaffoldExercise(
  places: Places,
  engine: Engine,
  course: FilesChecked,
  asked: NewExercise,
): Promise<Scaffolded> {
  const { id, from } = asked;
  if (!isKebab(id)) return refuse(`“${id}” is no id: write lower-case words joined by hyphens`);
  const folder = join(places.exercises, id);
  if (existsSync(folder)) return refuse(`${relative(places.root, folder)} is there already`);
  if (from !== undefined) return copy(places, course, from);
  const names = [...course.datasets.keys()];
  const dataset = asked.dataset ?? (names.includes('shop') ? 'shop' : names[0]);
  if (dataset === undefined) return refuse('there is no dataset yet: npm run new:dataset -- <name>');
  if (!names.includes(dataset))
    return refuse(`there is no dataset “${dataset}”: name one of ${names.join(', ')}`);
  const modules = places.course.modules.map((module) => module.id);
  const practised = modules.find((module) => exerciseOrders(course, module).length > 0);
  const module = asked.module ?? practised ?? modules[0] ?? 'indexing';
  if (!modules.includes(module))
    return refuse(`there is no module “${module}”: name one of ${modules.join(', ')}`);
  const question = await findQuestion(engine, dataset);
  if (!question) {
    const largest = await describeLargest(engine, dataset);
    return refuse(
      `no table of ${dataset} is large enough for a plan to flip: one has to take 60 pages (about 0.5 MB) and have a column with many values and no index. Of those that are no partitions ${largest}`,
    );
  }
  const schema = schemaPath(join(folder, 'exercise.mdx'), 'exercise');
  const order = nextOrder(exerciseOrders(course, module));
  const scaffold = { module, order, dataset, schema, budgets: LOOSE };
  const budgets = await measuredBudgets(engine, question, scaffold);
  return { kind: 'ok', files: exerciseFiles(question, { ...scaffold, budgets }) };
}

/** Writes files below a folder, which it makes. */
export async function writeFiles(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [file, text] of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text, { flag: 'wx' });
  }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      from: { type: 'string' },
      dataset: { type: 'string' },
      module: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [id] = positionals;
  if (values.help || id === undefined) {
    console.log(HELP);
    return values.help ? EXIT.ok : EXIT.mistake;
  }
  const places = findPlaces();
  const course = await readCourse(places);
  const { engine } = await prepareWhatBuilds(places, (line) => console.log(line));
  const made = await scaffoldExercise(places, engine, course, { id, ...values });
  await engine.dispose();
  if (made.kind === 'refused') {
    console.error(`planwright: ${made.why}`);
    return EXIT.mistake;
  }
  const folder = join(places.exercises, id);
  await writeFiles(folder, made.files);
  const shown = relative(places.root, folder);
  for (const file of made.files.keys()) console.log(`${shown}/${file}`);
  console.log(
    `\nNow: npm run check -- ${id}   (it lists what is still to be written)\nand: npm run dev   (it shows the exercise with its answers at /exercises/${id}/)`,
  );
  return EXIT.ok;
}

if (process.argv[1]?.endsWith('new-exercise.ts')) await runCommand(main);
