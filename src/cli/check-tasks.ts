import { relative } from 'node:path';
import { datasetsOf, extensionsOf } from '../course/check-front-matter.ts';
import type { Engine } from '../engine/engine.ts';
import { EXTENSION_NAMES } from '../engine/extensions.ts';
import { UNREADABLE, UNREADABLE_SQL } from '../exercise/check-sql.ts';
import { formatPlural } from '../plan/format-figures.ts';
import type { ExerciseFile, LessonFile } from './check-course-files.ts';
import { checkExercise, type ExerciseTally } from './check-exercises.ts';
import { catchingFaults } from './check-faults.ts';
import type { FilesChecked } from './check-files.ts';
import { checkLesson, figuresStamp, isFresh, type LessonTally } from './check-lessons.ts';
import type { Places } from './places.ts';
import type { Problem } from './problems.ts';

interface Tally {
  readonly lesson?: LessonTally;
  readonly exercise?: ExerciseTally;
  readonly problems: readonly Problem[];
}

function mark(problems: readonly Problem[]): string {
  return problems.length === 0 ? 'ok  ' : 'FAIL';
}

/** What lessons and exercises are run with. */
export interface Running {
  readonly places: Places;
  readonly engine: Engine;
  readonly datasets: readonly string[];
  readonly checked: FilesChecked;
  readonly figures: boolean;
  readonly say: (line: string) => void;
}

/** Whether extensions are named that there are none of: no database can be opened with them, which the files show. */
const lacks = (extensions: readonly string[]) => extensions.some((name) => !EXTENSION_NAMES.includes(name));

async function runLesson(
  { places, engine, datasets, checked, figures, say }: Running,
  file: LessonFile,
): Promise<Tally> {
  const { id, text, read } = file;
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
  const stamp = await figuresStamp(places, text, engine);
  if (figures && seen.length === 0 && (await isFresh(places, id, stamp))) return { problems: [] };
  const lesson = await checkLesson(places, engine, datasets, read.lesson, stamp);
  const problems = [...seen, ...lesson.problems];
  say(
    `${mark(problems)} ${id}: ${formatPlural(lesson.blocks, 'block')}, ${formatPlural(lesson.claims, 'claim')}`,
  );
  return { lesson, problems };
}

/** What cannot be read fails as well when it is run: an answer as a whole file, other SQL at its place. */
function isOfUnread(found: Problem, seen: readonly Problem[]): boolean {
  return seen.some(({ file, line, column, what }) => {
    if (file !== found.file || !what.includes(UNREADABLE)) return false;
    return what.startsWith(UNREADABLE_SQL) || (line === found.line && column === found.column);
  });
}

async function runExercise(running: Running, { id, read }: ExerciseFile): Promise<Tally> {
  const { places, engine, datasets, checked, say } = running;
  const seen = checked.problems.get(id) ?? [];
  const { exercise, front } = read;
  const known = exercise && datasets.includes(exercise.spec.dataset) && !lacks(exercise.spec.extensions);
  if (!exercise || !front || !known) {
    say(`FAIL ${id}: not graded before its files are right`);
    return { problems: seen };
  }
  const tally = await checkExercise(places, engine, exercise, front);
  const problems = [...seen, ...tally.problems.filter((found) => !isOfUnread(found, seen))];
  const { killed, total } = tally.mutants;
  const mutants = total > 0 ? `, mutants killed ${killed} of ${total}` : '';
  say(`${mark(problems)} ${id}: ${tally.honest} right, ${tally.wrong} wrong answers${mutants}`);
  return { exercise: tally, problems };
}

/** `size` says roughly how long it takes, against other ones. */
export interface Task {
  readonly size: number;
  run(): Promise<Tally>;
}

/** A lesson's blocks, run and judged, with what its file shows. */
export function lessonTask(running: Running, file: LessonFile): Task {
  const size = file.read.kind === 'ok' ? file.read.lesson.blocks.length : 0;
  const seen = running.checked.problems.get(file.id) ?? [];
  return { size, run: () => catchingFaults<Tally>(file.file, seen, () => runLesson(running, file)) };
}

/** An exercise's answers, graded, with what its files show. Each answer is observed on the shipped data, and on each variant. */
export function exerciseTask(running: Running, file: ExerciseFile): Task {
  const { exercise } = file.read;
  const answers = exercise ? exercise.also.length + exercise.wrong.length : 0;
  const variants = exercise?.spec.variants?.length ?? 0;
  const { places, checked } = running;
  const at = `${relative(places.root, places.exercises)}/${file.id}/exercise.mdx`;
  const seen = checked.problems.get(file.id) ?? [];
  const run = () => catchingFaults<Tally>(at, seen, () => runExercise(running, file));
  return { size: answers * (3 + variants), run };
}
