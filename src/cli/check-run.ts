import { join, relative } from 'node:path';
import { datasetsOf } from '../course/check-front-matter.ts';
import type { Engine } from '../engine/engine.ts';
import { formatPlural } from '../plan/format-figures.ts';
import { loadParser } from '../sql/parse.ts';
import { checkBuilt, datasetLines } from './check-datasets.ts';
import { checkExercise, type ExerciseTally } from './check-exercises.ts';
import { catchingFaults } from './check-faults.ts';
import { checkFiles, type FilesChecked } from './check-files.ts';
import { checkLesson, figuresStamp, isFresh, type LessonTally } from './check-lessons.ts';
import { loadCourse } from './check-load.ts';
import { type Ran, type Runner, runWanted, type Wanted } from './check-tasks.ts';
import { readerVersion, withKeptLessons } from './kept-lessons.ts';
import type { Places } from './places.ts';
import { prepareWhatBuilds } from './prepare.ts';
import { formatProblem, type Problem, sortProblems } from './problems.ts';
import { lessonsRead } from './read-course-files.ts';
import { type Named, unknownIds } from './unknown-ids.ts';

/** Lessons, exercises and datasets by their ids; with `figures` only lessons whose figures are missing or out of date. */
export interface CheckAsked extends Wanted {
  /** What the files show, and nothing that needs a database. */
  readonly files: boolean;
}

/** What a check found. */
export interface CheckResult {
  readonly lessons: readonly LessonTally[];
  readonly exercises: readonly ExerciseTally[];
  readonly problems: readonly Problem[];
}

/** Databases at work at once. More than two gain nothing on the machines this runs on. */
const LANES = 2;

type Say = (line: string) => void;

/** Reads the course and checks what its files show; of the exercises' SQL no more than is wanted. */
export async function readCourse(
  places: Places,
  { ids, figures }: Wanted = { ids: [], figures: false },
): Promise<FilesChecked> {
  await loadParser();
  const file = join(places.cache, 'lessons-read');
  const kept = { root: places.root, file, version: await readerVersion() };
  return withKeptLessons(kept, lessonsRead, async () =>
    checkFiles(await loadCourse(places), (id) => (ids.length === 0 ? !figures : ids.includes(id))),
  );
}

interface RanHere extends Ran {
  readonly lesson?: LessonTally;
  readonly exercise?: ExerciseTally;
}

/** Runs lessons and exercises as readers do: on the embedded engine. */
function runnerOn(
  engine: Engine,
  places: Places,
  datasets: readonly string[],
  figures: boolean,
): Runner<RanHere> {
  return {
    async lesson({ id, text }, source, seen) {
      const stamp = await figuresStamp(places, text, engine);
      if (figures && seen.length === 0 && (await isFresh(places, id, stamp))) return undefined;
      const lesson = await checkLesson(places, engine, datasets, source, stamp);
      const { blocks, claims, problems } = lesson;
      return {
        lesson,
        problems,
        said: `${formatPlural(blocks, 'block')}, ${formatPlural(claims, 'claim')}`,
      };
    },
    async exercise(exercise, front) {
      const tally = await checkExercise(places, engine, exercise, front);
      const { honest, wrong, mutants, problems } = tally;
      const killed = mutants.total > 0 ? `, mutants killed ${mutants.killed} of ${mutants.total}` : '';
      return { exercise: tally, problems, said: `${honest} right, ${wrong} wrong answers${killed}` };
    },
  };
}

/** Runs what an engine is needed for, of the lessons and exercises asked for. */
async function runCourse(
  places: Places,
  checked: FilesChecked,
  asked: CheckAsked,
  say: Say,
): Promise<CheckResult> {
  const { engine, built, problems } = await prepareWhatBuilds(places, say, LANES);
  const datasets = Object.keys(built);
  const runner = runnerOn(engine, places, datasets, asked.figures);
  const done = await runWanted({ places, checked, datasets, runner, say }, asked, LANES);
  await engine.dispose();
  const folder = (name: string) => `${relative(places.root, places.exercises)}/_datasets/${name}`;
  const sizes = [...checked.datasets].flatMap(([name, read]) => {
    const found = built[name];
    return found ? checkBuilt(folder(name), read, found) : [];
  });
  for (const line of datasetLines(asked.ids, built)) say(line);
  return {
    lessons: done.flatMap(({ ran }) => ran?.lesson ?? []),
    exercises: done.flatMap(({ ran }) => ran?.exercise ?? []),
    problems: [...problems, ...sizes, ...done.flatMap((one) => one.problems)],
  };
}

/** Datasets that the lessons and exercises asked for use. */
function datasetsUsed({ lessons, exercises }: FilesChecked, ids: readonly string[]): readonly string[] {
  const wanted = ({ id }: { readonly id: string }) => ids.includes(id);
  return [
    ...exercises.filter(wanted).flatMap(({ read }) => read.front?.outline.dataset ?? []),
    ...lessons.filter(wanted).flatMap(({ read }) => (read.kind === 'ok' ? datasetsOf(read.lesson) : [])),
  ];
}

/** What is wrong with other datasets than those that are used is left to the check of the whole course. */
function ofOthers(places: Places, checked: FilesChecked, ids: readonly string[]) {
  const named = ids.flatMap((id) => /^_datasets\/(.+)$/.exec(id)?.[1] ?? []);
  const used = ids.length > 0 ? [...named, ...datasetsUsed(checked, ids)] : undefined;
  return ({ file }: Problem): boolean => {
    const [folder, inside] = file.split('/_datasets/');
    const other = inside !== undefined && !used?.includes(inside.split('/')[0] ?? '');
    return used !== undefined && other && folder === relative(places.root, places.exercises);
  };
}

/** What the files show that bears on what was asked for: with ids, nothing of the course itself. */
function problemsOfFiles({ problems }: FilesChecked, { ids, figures }: Wanted): readonly Problem[] {
  return [...problems].flatMap(([about, found]) => {
    const common = about.startsWith('_datasets/') || (about === '' && ids.length === 0);
    return common || ids.includes(about) || (ids.length === 0 && !figures) ? found : [];
  });
}

/** What a course is run on. */
export interface Bench<R extends { readonly problems: readonly Problem[] }> {
  /** The result where nothing was run. */
  readonly nothing: R;
  /** What of the course can be asked for by its id. */
  named(checked: FilesChecked): Named;
  run(checked: FilesChecked): Promise<Partial<R> & Pick<R, 'problems'>>;
}

/** Checks a course, or what was asked for of it: every mistake at once, in the order of files and lines. */
export async function checkCourseOn<R extends { readonly problems: readonly Problem[] }>(
  { nothing, named, run }: Bench<R>,
  places: Places,
  asked: CheckAsked,
): Promise<R> {
  // Of a course whose own file is wrong nothing else can be said for sure.
  if (places.problems.length > 0) return { ...nothing, problems: places.problems };
  const checked = await readCourse(places, asked);
  const unknown = unknownIds(asked.ids, named(checked), places);
  const ran = asked.files || unknown.length > 0 ? nothing : await run(checked);
  const others = ofOthers(places, checked, asked.ids);
  const found = [...ran.problems, ...problemsOfFiles(checked, asked)].filter((problem) => !others(problem));
  return { ...nothing, ...ran, problems: sortProblems([...unknown, ...found]) };
}

/** The same on the embedded engine, as readers run it. */
export function checkCourseAt(places: Places, asked: CheckAsked, say: Say): Promise<CheckResult> {
  const course = `${relative(places.root, places.exercises)}/_datasets`;
  const bench: Bench<CheckResult> = {
    nothing: { lessons: [], exercises: [], problems: [] },
    named: (checked) => checked,
    run: (checked) => catchingFaults(course, [], () => runCourse(places, checked, asked, say)),
  };
  return checkCourseOn(bench, places, asked);
}

/** The problems of a result, one a line. */
export function listProblems(problems: readonly Problem[]): string {
  return problems.map((problem) => `${formatProblem(problem)}\n`).join('');
}
