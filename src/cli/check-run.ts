import { relative } from 'node:path';
import { datasetOf } from '../course/check-front-matter.ts';
import type { Engine } from '../engine/engine.ts';
import { UNREADABLE_SQL } from '../exercise/check-sql.ts';
import { formatPlural } from '../plan/format-figures.ts';
import { loadParser } from '../sql/parse.ts';
import type { ExerciseFile, LessonFile } from './check-course-files.ts';
import { checkBuilt, datasetLines } from './check-datasets.ts';
import { checkExercise, type ExerciseTally } from './check-exercises.ts';
import { checkFiles, type FilesChecked } from './check-files.ts';
import { checkLesson, figuresStamp, isFresh, type LessonTally } from './check-lessons.ts';
import { loadCourse } from './check-load.ts';
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
type Tally = { lesson?: LessonTally; exercise?: ExerciseTally; problems: readonly Problem[] };

function mark(problems: readonly Problem[]): string {
  return problems.length === 0 ? 'ok  ' : 'FAIL';
}

/** Reads the course and checks what its files show. */
export async function readCourse(places: Places): Promise<FilesChecked> {
  await loadParser();
  return checkFiles(await loadCourse(places));
}

interface Running {
  readonly places: Places;
  readonly engine: Engine;
  readonly datasets: readonly string[];
  readonly checked: FilesChecked;
  readonly figures: boolean;
  readonly say: Say;
}

async function runLesson({ places, engine, datasets, checked, figures, say }: Running, file: LessonFile) {
  const { id, text, read } = file;
  const seen = checked.problems.get(id) ?? [];
  if (read.kind === 'unreadable') return { problems: seen };
  const stamp = await figuresStamp(places, text, engine);
  if (figures && seen.length === 0 && (await isFresh(places, id, stamp))) return { problems: [] };
  const lesson = await checkLesson(places, engine, datasets, read.lesson, stamp);
  const problems = [...seen, ...lesson.problems];
  say(
    `${mark(problems)} ${id}: ${formatPlural(lesson.blocks, 'block')}, ${formatPlural(lesson.claims, 'claim')}`,
  );
  return { lesson, problems };
}

async function runExercise(running: Running, { id, read }: ExerciseFile): Promise<Tally> {
  const { places, engine, datasets, checked, say } = running;
  const seen = checked.problems.get(id) ?? [];
  const { exercise, front } = read;
  if (!exercise || !front || !datasets.includes(exercise.spec.dataset)) {
    say(`FAIL ${id}: not graded before its files are right`);
    return { problems: seen };
  }
  const tally = await checkExercise(places, engine, exercise, front);
  // What cannot be read fails as well when it is run.
  const unread = new Set(seen.flatMap(({ file, what }) => (what.startsWith(UNREADABLE_SQL) ? file : [])));
  const problems = [...seen, ...tally.problems.filter(({ file }) => !unread.has(file))];
  const { killed, total } = tally.mutants;
  const mutants = total > 0 ? `, mutants killed ${killed} of ${total}` : '';
  say(`${mark(problems)} ${id}: ${tally.honest} right, ${tally.wrong} wrong answers${mutants}`);
  return { exercise: tally, problems };
}

/** `size` says roughly how long it takes, against other ones. */
interface Task {
  readonly size: number;
  run(): Promise<Tally>;
}

function lessonTask(running: Running, file: LessonFile): Task {
  const size = file.read.kind === 'ok' ? file.read.lesson.blocks.length : 0;
  return { size, run: () => runLesson(running, file) };
}

/** Each answer is observed on the shipped data, and on each variant. */
function exerciseTask(running: Running, file: ExerciseFile): Task {
  const { exercise } = file.read;
  const answers = exercise ? exercise.also.length + exercise.wrong.length : 0;
  const variants = exercise?.spec.variants?.length ?? 0;
  return { size: answers * (3 + variants), run: () => runExercise(running, file) };
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
  const running = { places, engine, datasets: Object.keys(built), checked, figures: asked.figures, say };
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
function datasetsOf({ lessons, exercises }: FilesChecked, ids: readonly string[]): readonly string[] {
  const wanted = ({ id }: { readonly id: string }) => ids.includes(id);
  return [
    ...exercises.filter(wanted).flatMap(({ read }) => read.front?.outline.dataset ?? []),
    ...lessons.filter(wanted).flatMap(({ read }) => {
      if (read.kind !== 'ok') return [];
      return [datasetOf(read.lesson), ...read.lesson.blocks.flatMap(({ dataset }) => dataset ?? [])];
    }),
  ];
}

/** What is wrong with other datasets than those that are used is left to the check of the whole course. */
function ofOthers(places: Places, checked: FilesChecked, ids: readonly string[]) {
  const named = ids.flatMap((id) => /^_datasets\/(.+)$/.exec(id)?.[1] ?? []);
  const used = ids.length > 0 ? [...named, ...datasetsOf(checked, ids)] : undefined;
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
  const run = asked.files || unknown.length > 0 ? nothing : await runCourse(places, checked, asked, say);
  const others = ofOthers(places, checked, asked.ids);
  const found = [...run.problems, ...problemsOfFiles(checked, asked)].filter((problem) => !others(problem));
  return { ...run, problems: sortProblems([...unknown, ...found]) };
}

/** The problems of a result, one a line. */
export function listProblems(problems: readonly Problem[]): string {
  return problems.map((problem) => `${formatProblem(problem)}\n`).join('');
}
