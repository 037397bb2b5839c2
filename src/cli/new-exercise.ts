import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import type { Engine } from '../engine/engine.ts';
import { readExercise } from '../exercise/read-exercise.ts';
import { type Suggestion, suggestBudgets } from '../exercise/suggest-budgets.ts';
import { runMutants } from '../session/mutants.ts';
import { observeStart } from '../session/start-state.ts';
import { submit } from '../session/submit.ts';
import type { FilesChecked } from './check-files.ts';
import { readCourse } from './check-run.ts';
import { EXIT, runCommand } from './exit.ts';
import { copyExercise } from './new-exercise-copy.ts';
import { exerciseFiles } from './new-exercise-files.ts';
import {
  exerciseOrders,
  isKebab,
  nextOrder,
  type Refused,
  refuse,
  type Scaffolded,
  schemaPath,
} from './new-place.ts';
import { findQuestion, type Question, whyNoQuestion } from './new-question.ts';
import { type RewriteScaffold, rewriteFiles } from './new-rewrite-files.ts';
import { findPlaces, type Places } from './places.ts';
import { prepareWhatBuilds } from './prepare.ts';

const HELP = `npm run new:exercise -- <id> [--task name] [--from existing] [--dataset name] [--module name]

Writes an exercise that passes the check but for what it asks you to write: every TODO is one of its problems.
A tune asks for an index on a column of the dataset that has none; a rewrite for another text of a query that an
index does not help. The budgets are measured on that data.

  --task name       tune (by default) or rewrite; a design begins as a tune
  --from existing   the files of another exercise, with its texts to be written anew: of this course, or one of those
                    that come with Planwright
  --dataset name    the data; by default the first dataset
  --module name     the module; by default the first module that has exercises`;

/** Loose enough for any index; what the honest answers then take makes the budgets that are written. */
const LOOSE = { pages: '90%', lean: '100 MB', writes: '+900%' };

type Task = 'tune' | 'rewrite';

function filesOf(task: Task, question: Question, scaffold: RewriteScaffold): ReadonlyMap<string, string> {
  return task === 'tune' ? exerciseFiles(question, scaffold) : rewriteFiles(question, scaffold);
}

/**
 * The scaffold with budgets that the solution and the other honest answers meet (the larger index is the other’s), and
 * with the mutants that no data tells from the solution.
 */
async function measured(
  engine: Engine,
  task: Task,
  question: Question,
  scaffold: RewriteScaffold,
): Promise<RewriteScaffold> {
  const { exercise } = readExercise(filesOf(task, question, scaffold), 'scaffold');
  if (!exercise) return scaffold;
  const start = await observeStart(engine, exercise);
  const suggestions: Suggestion[] = [];
  for (const sql of [...exercise.also.map((answer) => answer.sql), exercise.solution]) {
    const { evidence } = await submit(engine, exercise, start, sql);
    if (evidence) suggestions.push(...suggestBudgets(exercise.spec.checks, evidence));
  }
  const all = (check: string) => suggestions.filter((one) => one.check === check).map(({ value }) => value);
  const most = all('pages').sort((a, b) => Number.parseFloat(b) - Number.parseFloat(a))[0];
  const [lean, writes] = [all('lean')[0], all('writes')[0]];
  const budgets = { pages: most ?? LOOSE.pages, lean: lean ?? LOOSE.lean, writes: writes ?? LOOSE.writes };
  const mutants = task === 'rewrite' ? await runMutants(engine, exercise, start) : [];
  const survivors = mutants.filter(({ fate }) => fate === 'survives').map(({ mutant }) => mutant.name);
  return { ...scaffold, budgets, survivors };
}

export interface NewExercise {
  readonly id: string;
  readonly task?: string | undefined;
  readonly from?: string | undefined;
  readonly dataset?: string | undefined;
  readonly module?: string | undefined;
}

interface Place {
  readonly kind: 'ok';
  readonly dataset: string | undefined;
  readonly module: string;
  readonly order: number;
}

function chooseOf(datasets: readonly string[]): string {
  return datasets.length > 0
    ? `name one of ${datasets.join(', ')}`
    : 'make one: npm run new:dataset -- <name>';
}

/** The dataset and the module that were asked for, or the first that there are. */
function choosePlace(places: Places, course: FilesChecked, asked: NewExercise): Place | Refused {
  const names = [...course.datasets.keys()];
  const dataset = asked.dataset ?? (names.includes('shop') ? 'shop' : names[0]);
  if (asked.dataset !== undefined && !names.includes(asked.dataset))
    return refuse(`there is no dataset “${asked.dataset}”: ${chooseOf(names)}`);
  const modules = places.course.modules.map((module) => module.id);
  const practised = modules.find((module) => exerciseOrders(course, module).length > 0);
  const module = asked.module ?? practised ?? modules[0] ?? 'indexing';
  if (!modules.includes(module))
    return refuse(`there is no module “${module}”: name one of ${modules.join(', ')}`);
  return { kind: 'ok', dataset, module, order: nextOrder(exerciseOrders(course, module)) };
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
  const into = choosePlace(places, course, asked);
  if (into.kind === 'refused') return into;
  if (from !== undefined) return copyExercise(places, course, { ...asked, from, otherwise: into.module });
  const { dataset, module, order } = into;
  if (dataset === undefined) return refuse('there is no dataset yet: npm run new:dataset -- <name>');
  const task = asked.task ?? 'tune';
  if (task === 'design')
    return refuse(
      'there is no scaffold for a design: begin with one of a tune and add its rule, as docs/authoring.md shows under “A rule to keep”, or begin with --from',
    );
  if (task !== 'tune' && task !== 'rewrite')
    return refuse(`there is no scaffold for a task “${task}”: name tune or rewrite, or begin with --from`);
  const question = await findQuestion(engine, dataset, task === 'rewrite');
  if (!question) return refuse(await whyNoQuestion(engine, dataset));
  const schema = schemaPath(join(folder, 'exercise.mdx'), 'exercise');
  const scaffold = { module, order, dataset, schema, budgets: LOOSE, survivors: [] };
  return {
    kind: 'ok',
    files: filesOf(task, question, await measured(engine, task, question, scaffold)),
  };
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
      task: { type: 'string' },
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
