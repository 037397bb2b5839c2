import { relative } from 'node:path';
import { datasetsOf } from '../course/check-front-matter.ts';
import { loadParser } from '../sql/parse.ts';
import { checkBuilt, datasetLines } from './check-datasets.ts';
import type { ExerciseTally } from './check-exercises.ts';
import { catchingFaults } from './check-faults.ts';
import { checkFiles, type FilesChecked } from './check-files.ts';
import type { LessonTally } from './check-lessons.ts';
import { loadCourse } from './check-load.ts';
import { exerciseTask, lessonTask, type Running, type Task } from './check-tasks.ts';
import { inParallel } from './in-parallel.ts';
import type { Places } from './places.ts';
import { prepareWhatBuilds } from './prepare.ts';
import { formatProblem, type Problem, sortProblems } from './problems.ts';
import { unknownIds } from './unknown-ids.ts';

export interface CheckAsked {
  /** Lessons, exercises and datasets; all where it is empty. */
  readonly ids: readonly string[];
  /** Lessons only, and only those whose figures are missing or out of date. */
  readonly figures: boolean;
  /** What the files show, and nothing that needs a database. */
  readonly files: boolean;
}

export interface CheckResult {
  readonly lessons: readonly LessonTally[];
  readonly exercises: readonly ExerciseTally[];
  readonly problems: readonly Problem[];
}

/** Databases at work at once. More than two gain nothing on the machines this runs on. */
const LANES = 2;

type Say = (line: string) => void;

/** Reads the course and checks what its files show. */
export async function readCourse(places: Places): Promise<FilesChecked> {
  await loadParser();
  return checkFiles(await loadCourse(places));
}

/** Runs what an engine is needed for, of the lessons and exercises asked for. */
async function runCourse(
  places: Places,
  checked: FilesChecked,
  asked: CheckAsked,
  say: Say,
): Promise<CheckResult> {
  const wanted = ({ id }: { readonly id: string }) => asked.ids.length === 0 || asked.ids.includes(id);
  const { engine, built, problems } = await prepareWhatBuilds(places, say, LANES);
  const running: Running = {
    places,
    engine,
    datasets: Object.keys(built),
    checked,
    figures: asked.figures,
    say,
  };
  const tasks: Task[] = [
    ...checked.lessons.filter(wanted).map((file) => lessonTask(running, file)),
    ...(asked.figures ? [] : checked.exercises.filter(wanted).map((file) => exerciseTask(running, file))),
  ];
  // The longest first, so that no lane is left with one of them at the end.
  const done = await inParallel(
    tasks.sort((a, b) => b.size - a.size),
    LANES,
    ({ run }) => run(),
  );
  await engine.dispose();
  const folder = (name: string) => `${relative(places.root, places.exercises)}/_datasets/${name}`;
  const sizes = [...checked.datasets].flatMap(([name, read]) => {
    const found = built[name];
    return found ? checkBuilt(folder(name), read, found) : [];
  });
  for (const line of datasetLines(asked.ids, built)) say(line);
  return {
    lessons: done.flatMap(({ lesson }) => lesson ?? []),
    exercises: done.flatMap(({ exercise }) => exercise ?? []),
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
function problemsOfFiles({ problems }: FilesChecked, { ids, figures }: CheckAsked): readonly Problem[] {
  return [...problems].flatMap(([about, found]) => {
    const common = about.startsWith('_datasets/') || (about === '' && ids.length === 0);
    return common || ids.includes(about) || (ids.length === 0 && !figures) ? found : [];
  });
}

/** Checks a course, or what was asked for of it: every mistake at once, in the order of files and lines. */
export async function checkCourseAt(places: Places, asked: CheckAsked, say: Say): Promise<CheckResult> {
  const nothing = { lessons: [], exercises: [], problems: [] };
  // Of a course whose own file is wrong nothing else can be said for sure.
  if (places.problems.length > 0) return { ...nothing, problems: places.problems };
  const checked = await readCourse(places);
  const unknown = unknownIds(asked.ids, checked, places);
  const course = `${relative(places.root, places.exercises)}/_datasets`;
  const ran =
    asked.files || unknown.length > 0
      ? {}
      : await catchingFaults(course, [], () => runCourse(places, checked, asked, say));
  const run: CheckResult = { ...nothing, ...ran };
  const others = ofOthers(places, checked, asked.ids);
  const found = [...run.problems, ...problemsOfFiles(checked, asked)].filter((problem) => !others(problem));
  return { ...run, problems: sortProblems([...unknown, ...found]) };
}

/** The problems of a result, one a line. */
export function listProblems(problems: readonly Problem[]): string {
  return problems.map((problem) => `${formatProblem(problem)}\n`).join('');
}
