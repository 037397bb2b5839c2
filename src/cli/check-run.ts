import type { Engine } from '../engine/engine.ts';
import { nearest } from '../exercise/issue-in-words.ts';
import { loadParser } from '../sql/parse.ts';
import type { ExerciseFile, LessonFile } from './check-course-files.ts';
import { checkBuilt } from './check-datasets.ts';
import { checkExercise, type ExerciseTally } from './check-exercises.ts';
import { checkFiles, type FilesChecked } from './check-files.ts';
import { checkLesson, figuresStamp, isFresh, type LessonTally } from './check-lessons.ts';
import { loadCourse } from './check-load.ts';
import { inParallel } from './in-parallel.ts';
import type { Places } from './places.ts';
import { prepareWhatBuilds } from './prepare.ts';
import { formatProblem, type Problem, sortProblems } from './problems.ts';

export interface CheckAsked {
  /** Lessons and exercises; all where it is empty. */
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

/** Ids that were asked for and that nothing is called. */
export function unknownIds(
  ids: readonly string[],
  { lessons, exercises }: Pick<FilesChecked, 'lessons' | 'exercises'>,
): readonly Problem[] {
  const known = [...lessons, ...exercises].map(({ id }) => id);
  return ids
    .filter((id) => !known.includes(id))
    .map((id) => {
      const near = nearest(id, known);
      const fix = near === undefined ? 'name a lesson (<module>/<lesson>) or an exercise' : `write ${near}`;
      return { file: id, line: 1, what: 'there is no lesson or exercise of this name', fix };
    });
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
  say(`${mark(problems)} ${id}: ${lesson.blocks} blocks, ${lesson.claims} claims`);
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
  const problems = [...seen, ...tally.problems];
  const { killed, total } = tally.mutants;
  const mutants = total > 0 ? `, mutants killed ${killed} of ${total}` : '';
  say(`${mark(problems)} ${id}: ${tally.honest} right, ${tally.wrong} wrong answers${mutants}`);
  return { exercise: tally, problems };
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
  const tasks: (() => Promise<Tally>)[] = [
    ...checked.lessons.filter(wanted).map((file) => () => runLesson(running, file)),
    ...(asked.figures
      ? []
      : checked.exercises.filter(wanted).map((file) => () => runExercise(running, file))),
  ];
  const done = await inParallel(tasks, LANES, (task) => task());
  await engine.dispose();
  const folder = (name: string) => `${places.exercises.slice(places.root.length + 1)}/_datasets/${name}`;
  const sizes = [...checked.datasets].flatMap(([name, read]) => {
    const found = built[name];
    return found ? checkBuilt(folder(name), read, found) : [];
  });
  return {
    lessons: done.flatMap(({ lesson }) => lesson ?? []),
    exercises: done.flatMap(({ exercise }) => exercise ?? []),
    problems: [...problems, ...sizes, ...done.flatMap((one) => one.problems)],
  };
}

/** What is wrong with the course itself and with its datasets: it bears on every lesson and exercise. */
function commonProblems(places: Places, { problems }: FilesChecked): readonly Problem[] {
  const common = [...problems].filter(([about]) => about === '' || about.startsWith('_datasets/'));
  return [...places.problems, ...common.flatMap(([, found]) => found)];
}

/** Checks a course, or what was asked for of it: every mistake at once, in the order of files and lines. */
export async function checkCourseAt(places: Places, asked: CheckAsked, say: Say): Promise<CheckResult> {
  const checked = await readCourse(places);
  const unknown = unknownIds(asked.ids, checked);
  const common = commonProblems(places, checked);
  const some = asked.ids.length > 0 || asked.figures;
  const nothing = { lessons: [], exercises: [], problems: [] };
  const run = asked.files || unknown.length > 0 ? nothing : await runCourse(places, checked, asked, say);
  const all = [...checked.problems].flatMap(([about, found]) =>
    some && about !== '' && !asked.ids.includes(about) ? [] : found,
  );
  return { ...run, problems: sortProblems([...unknown, ...common, ...run.problems, ...all]) };
}

/** The problems of a result, one a line. */
export function listProblems(problems: readonly Problem[]): string {
  return problems.map((problem) => `${formatProblem(problem)}\n`).join('');
}
