import { relative } from 'node:path';
import { datasetsOf, extensionsOf } from '../course/check-front-matter.ts';
import type { LessonSource } from '../course/lesson-source.ts';
import { EXTENSION_NAMES } from '../engine/extensions.ts';
import { UNREADABLE, UNREADABLE_SQL } from '../exercise/check-sql.ts';
import type { Exercise } from '../exercise/exercise.ts';
import type { FrontRead } from '../exercise/read-exercise.ts';
import type { ExerciseFile, LessonFile } from './check-course-files.ts';
import { catchingFaults } from './check-faults.ts';
import type { FilesChecked } from './check-files.ts';
import { inParallel } from './in-parallel.ts';
import type { Places } from './places.ts';
import type { Problem } from './problems.ts';

/** What came of running a lesson or an exercise. */
export interface Ran {
  readonly problems: readonly Problem[];
  /** Told in a line, after its id. */
  readonly said: string;
  /** Where it could not be run, and that is nobody's mistake. */
  readonly skipped?: true;
}

/** How lessons and exercises are run that could be read: on one engine, or on two that are compared. */
export interface Runner<R extends Ran> {
  /** `seen` is what the file shows. Undefined where there is nothing to run. */
  lesson(file: LessonFile, source: LessonSource, seen: readonly Problem[]): Promise<R | undefined>;
  exercise(exercise: Exercise, front: FrontRead): Promise<R>;
}

/** What the check of a course goes over its lessons and exercises with. */
export interface Running<R extends Ran> {
  readonly places: Places;
  readonly checked: FilesChecked;
  /** Names of the datasets that could be built. */
  readonly datasets: readonly string[];
  readonly runner: Runner<R>;
  readonly say: (line: string) => void;
}

/** Of one lesson or exercise: what its files show and what its run showed. */
export interface Tally<R extends Ran> {
  readonly ran?: R;
  readonly problems: readonly Problem[];
}

function told<R extends Ran>(id: string, ran: R, problems: readonly Problem[]): string {
  const mark = ran.skipped ? 'skip' : problems.length === 0 ? 'ok  ' : 'FAIL';
  return `${mark} ${id}: ${ran.said}`;
}

/** Whether extensions are named that there are none of: no database can be opened with them, which the files show. */
const lacks = (extensions: readonly string[]) => extensions.some((name) => !EXTENSION_NAMES.includes(name));

async function runLesson<R extends Ran>(running: Running<R>, file: LessonFile): Promise<Tally<R>> {
  const { datasets, checked, runner, say } = running;
  const { id, read } = file;
  const seen = checked.problems.get(id) ?? [];
  if (read.kind === 'unreadable' || lacks(extensionsOf(read.lesson))) {
    say(`FAIL ${id}: not run before its file is right`);
    return { problems: seen };
  }
  // What keeps it from being built is told of the dataset.
  const unbuilt = (name: string) => checked.datasets.has(name) && !datasets.includes(name);
  if (datasetsOf(read.lesson).some(unbuilt)) {
    say(`FAIL ${id}: not run before its data can be built`);
    return { problems: seen };
  }
  const ran = await runner.lesson(file, read.lesson, seen);
  if (!ran) return { problems: seen };
  const problems = [...seen, ...ran.problems];
  say(told(id, ran, problems));
  return { ran, problems };
}

/** What cannot be read fails as well when it is run: an answer as a whole file, other SQL at its place. */
function isOfUnread(found: Problem, seen: readonly Problem[]): boolean {
  return seen.some(({ file, line, column, what }) => {
    if (file !== found.file || !what.includes(UNREADABLE)) return false;
    return what.startsWith(UNREADABLE_SQL) || (line === found.line && column === found.column);
  });
}

async function runExercise<R extends Ran>(
  { datasets, checked, runner, say }: Running<R>,
  { id, read }: ExerciseFile,
): Promise<Tally<R>> {
  const seen = checked.problems.get(id) ?? [];
  const { exercise, front } = read;
  const known = exercise && datasets.includes(exercise.spec.dataset) && !lacks(exercise.spec.extensions);
  if (!exercise || !front || !known) {
    say(`FAIL ${id}: not graded before its files are right`);
    return { problems: seen };
  }
  const ran = await runner.exercise(exercise, front);
  const problems = [...seen, ...ran.problems.filter((found) => !isOfUnread(found, seen))];
  say(told(id, ran, problems));
  return { ran, problems };
}

/** `size` says roughly how long it takes, against other ones. */
interface Task<R extends Ran> {
  readonly size: number;
  run(): Promise<Tally<R>>;
}

/** A lesson's blocks, run and judged, with what its file shows. */
function lessonTask<R extends Ran>(running: Running<R>, file: LessonFile): Task<R> {
  const size = file.read.kind === 'ok' ? file.read.lesson.blocks.length : 0;
  const seen = running.checked.problems.get(file.id) ?? [];
  return { size, run: () => catchingFaults<Tally<R>>(file.file, seen, () => runLesson(running, file)) };
}

/** An exercise's answers, graded, with what its files show. Each answer is observed on the shipped data, and on each variant. */
function exerciseTask<R extends Ran>(running: Running<R>, file: ExerciseFile): Task<R> {
  const { exercise } = file.read;
  const answers = exercise ? exercise.also.length + exercise.wrong.length : 0;
  const variants = exercise?.spec.variants?.length ?? 0;
  const { places, checked } = running;
  const at = `${relative(places.root, places.exercises)}/${file.id}/exercise.mdx`;
  const seen = checked.problems.get(file.id) ?? [];
  const run = () => catchingFaults<Tally<R>>(at, seen, () => runExercise(running, file));
  return { size: answers * (3 + variants), run };
}

/** Which lessons and exercises: all where `ids` is empty. With `figures`, lessons alone. */
export interface Wanted {
  readonly ids: readonly string[];
  readonly figures: boolean;
}

/**
 * Goes over the lessons and exercises that are wanted, so many at a time. What one of them ends in is told of it, and the
 * others go on.
 */
export async function runWanted<R extends Ran>(
  running: Running<R>,
  { ids, figures }: Wanted,
  lanes: number,
): Promise<readonly Tally<R>[]> {
  const wanted = ({ id }: { readonly id: string }) => ids.length === 0 || ids.includes(id);
  const { lessons, exercises } = running.checked;
  const tasks = [
    ...lessons.filter(wanted).map((file) => lessonTask(running, file)),
    ...(figures ? [] : exercises.filter(wanted).map((file) => exerciseTask(running, file))),
  ];
  // The longest first, so that no lane is left with one of them at the end.
  const sorted = lanes > 1 ? tasks.sort((a, b) => b.size - a.size) : tasks;
  return inParallel(sorted, lanes, ({ run }) => run());
}
