import { readCheckArgs } from './args.ts';
import { checkExercise, type ExerciseTally, readExerciseFolder } from './check-exercises.ts';
import { checkLesson, figuresStamp, isFresh, type LessonTally, readLessons } from './check-lessons.ts';
import { EXIT, runCommand } from './exit.ts';
import { inParallel } from './in-parallel.ts';
import { findPlaces, type Places } from './places.ts';
import { prepareEngine } from './prepare.ts';
import { formatProblem, type Problem } from './problems.ts';
import { listExerciseIds } from './read-folder.ts';

const HELP = `npm run check [-- <id>...] [--json]

Runs every SQL block of every lesson, judges its claims, and grades every exercise's start, solution,
also/ and wrong/ answers. For a rewrite it derives wrong answers from the solution (mutants) as well,
each of which must return other rows on the shipped data or on a variant. Ids (<module>/<lesson> or an exercise's folder) narrow it down.

  --json      the result as JSON
  --figures   only what lessons need to be built: their figures, where they are out of date
Exit: 0 all right, 1 an author's mistake, 2 a fault of the tool.`;

/** Databases at work at once. More than two gain nothing on the machines this runs on. */
const LANES = 2;

interface Result {
  readonly lessons: readonly LessonTally[];
  readonly exercises: readonly ExerciseTally[];
  readonly problems: readonly Problem[];
}

type Task = () => Promise<{ lesson?: LessonTally; exercise?: ExerciseTally; problems: readonly Problem[] }>;

async function check(
  places: Places,
  ids: readonly string[],
  figures: boolean,
  say: (line: string) => void,
): Promise<Result> {
  const prepared = await prepareEngine(places, say);
  if (prepared.kind === 'problems') return { lessons: [], exercises: [], problems: prepared.problems };
  const { engine, datasets } = prepared;
  const wanted = (id: string) => ids.length === 0 || ids.includes(id);
  const lessons = (await readLessons(places)).filter(({ id }) => wanted(id));
  const exercises = figures ? [] : (await listExerciseIds(places.exercises)).filter(wanted);
  const tasks: Task[] = [
    ...lessons.map(({ id, text, read }) => async () => {
      if (read.kind === 'unreadable') return { problems: read.errors };
      const stamp = await figuresStamp(places, text, engine);
      if (figures && (await isFresh(places, id, stamp))) return { problems: [] };
      const lesson = await checkLesson(places, engine, datasets, read.lesson, stamp);
      say(
        `${lesson.problems.length === 0 ? 'ok  ' : 'FAIL'} ${id}: ${lesson.blocks} blocks, ${lesson.claims} claims`,
      );
      return { lesson, problems: [...read.errors, ...lesson.problems] };
    }),
    ...exercises.map((id) => async () => {
      const read = await readExerciseFolder(places, id);
      if (read.kind === 'problems') return { problems: read.problems };
      const exercise = await checkExercise(places, engine, read.exercise);
      const { killed, total } = exercise.mutants;
      const mutants = total > 0 ? `, mutants killed ${killed} of ${total}` : '';
      const answers = `${exercise.honest} right, ${exercise.wrong} wrong answers`;
      say(`${exercise.problems.length === 0 ? 'ok  ' : 'FAIL'} ${id}: ${answers}${mutants}`);
      return { exercise, problems: exercise.problems };
    }),
  ];
  const done = await inParallel(tasks, LANES, (task) => task());
  await engine.dispose();
  return {
    lessons: done.flatMap(({ lesson }) => lesson ?? []),
    exercises: done.flatMap(({ exercise }) => exercise ?? []),
    problems: done.flatMap(({ problems }) => problems),
  };
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

function summarise({ lessons, exercises, problems }: Result) {
  return {
    ok: problems.length === 0,
    lessons: lessons.length,
    exercises: exercises.length,
    blocks: sum(lessons, (lesson) => lesson.blocks),
    claims: sum(lessons, (lesson) => lesson.claims),
    honest: sum(exercises, (exercise) => exercise.honest),
    wrong: sum(exercises, (exercise) => exercise.wrong),
    mutants: {
      killed: sum(exercises, ({ mutants }) => mutants.killed),
      total: sum(exercises, ({ mutants }) => mutants.total),
      equivalent: sum(exercises, ({ mutants }) => mutants.equivalent),
    },
    errors: problems,
  };
}

await runCommand(async () => {
  const args = readCheckArgs(process.argv.slice(2));
  if (args.help) {
    console.log(HELP);
    return EXIT.ok;
  }
  const result = await check(
    findPlaces(),
    args.ids,
    args.figures,
    args.json ? () => {} : (line) => console.log(line),
  );
  const summary = summarise(result);
  if (args.json) console.log(JSON.stringify(summary, null, 2));
  else {
    for (const problem of result.problems) console.error(formatProblem(problem));
    const { lessons, blocks, claims, exercises, honest, wrong, mutants, errors } = summary;
    console.log(
      `${lessons} lessons (${blocks} blocks, ${claims} claims), ${exercises} exercises ` +
        `(${honest} right answers, ${wrong} wrong ones, mutants killed ${mutants.killed} of ${mutants.total}, ` +
        `${mutants.equivalent} declared equivalent), ${errors.length} problems`,
    );
  }
  return summary.ok ? EXIT.ok : EXIT.mistake;
});
