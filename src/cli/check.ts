import { formatPlural } from '../plan/format-figures.ts';
import { type CheckArgs, readCheckArgs } from './args.ts';
import { type CheckResult, checkCourseAt, listProblems } from './check-run.ts';
import { followCourse, type WatchRound, writeRound } from './check-watch.ts';
import { EXIT, runCommand } from './exit.ts';
import { idOfPath } from './id-of-path.ts';
import { checkOnServer } from './on-server/check-on-server.ts';
import { findPlaces } from './places.ts';

const HELP = `npm run check [-- <id>...] [--json] [--files] [--watch]

Runs every SQL block of every lesson, judges its claims, and grades every exercise's start, solution,
also/ and wrong/ answers. For a rewrite it derives wrong answers from the solution (mutants) as well,
each of which must return other rows on the shipped data or on a variant. Every mistake is told at once,
as file:line:column: what. Fix: how. Ids (<module>/<lesson>, an exercise's folder, _datasets/<name>),
or paths of files, narrow it down.

  --json      the result as JSON
  --files     only what the files show: no database is used
  --watch     checks files as they change, and runs what changed (with --files or --json: runs nothing); of a
              dataset it builds the data, and runs nothing that stands on them
  --figures   only what lessons need to be built: their figures, where they are out of date
  --engine postgres
              on the server that DATABASE_URL names, in scratch databases that are dropped afterwards; says
              where its plans are not the embedded engine's, and which lessons need what it lacks
PLANWRIGHT_CONTENT, PLANWRIGHT_EXERCISES and PLANWRIGHT_CONFIG name other folders and another
planwright.config.yaml.
Exit: 0 all right, 1 an author's mistake, 2 a fault of the tool.`;

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

function summarise({ lessons, exercises, problems }: CheckResult) {
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

function writeSummary(summary: ReturnType<typeof summarise>): string {
  const { lessons, blocks, claims, exercises, honest, wrong, mutants, errors } = summary;
  const { killed, total, equivalent } = mutants;
  const tried =
    total + equivalent > 0 ? `, mutants killed ${killed} of ${total}, ${equivalent} declared equivalent` : '';
  return (
    `${formatPlural(lessons, 'lesson')} (${formatPlural(blocks, 'block')}, ${formatPlural(claims, 'claim')}), ` +
    `${formatPlural(exercises, 'exercise')} (${formatPlural(honest, 'right answer')}, ${wrong} wrong ${wrong === 1 ? 'one' : 'ones'}${tried}), ` +
    formatPlural(errors.length, 'problem')
  );
}

/** Until it is interrupted. With `--json` each round is one line, and is about files alone. */
async function keepWatching({ json, files }: CheckArgs): Promise<never> {
  const tell = (round: WatchRound) => console.log(json ? JSON.stringify(round) : `\n${writeRound(round)}`);
  return new Promise((_, reject) => {
    followCourse(findPlaces, !files && !json, tell, reject).catch(reject);
  });
}

await runCommand(async () => {
  const given = readCheckArgs(process.argv.slice(2));
  if (given.help) {
    console.log(HELP);
    return EXIT.ok;
  }
  const places = findPlaces();
  const args = { ...given, ids: given.ids.map((named) => idOfPath(places, named)) };
  if (args.engine === 'postgres') return checkOnServer(places, args);
  if (args.watch) return keepWatching(args);
  const result = await checkCourseAt(places, args, args.json ? () => {} : (line) => console.log(line));
  const summary = summarise(result);
  if (args.json) console.log(JSON.stringify(summary, null, 2));
  else {
    process.stderr.write(listProblems(result.problems));
    // A build in which no figure was out of date has nothing to tell.
    if (!args.figures || summary.lessons > 0 || !summary.ok) console.log(writeSummary(summary));
  }
  if (result.problems.some(({ fault }) => fault)) return EXIT.fault;
  return summary.ok ? EXIT.ok : EXIT.mistake;
});
