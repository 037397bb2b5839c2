import { listExerciseIds } from '../../authoring/read-folder.ts';
import type { Observation } from '../../checks/evidence.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Exercise } from '../../exercise/exercise.ts';
import { observeStart } from '../../session/start-state.ts';
import { submit } from '../../session/submit.ts';
import { checkExercise, type ExerciseTally, readExerciseFolder } from '../check-exercises.ts';
import { readCourse } from '../check-run.ts';
import { EXIT } from '../exit.ts';
import type { Places } from '../places.ts';
import { prepareEngine } from '../prepare.ts';
import { formatProblem, type Problem } from '../problems.ts';
import { unknownIds } from '../unknown-ids.ts';
import { checkLessonsOnServer, type LessonsOnServer } from './check-lesson-on-server.ts';
import { compareEngines, type EngineDifference, writeDifferences } from './compare-engines.ts';
import { onlyThere } from './only-there.ts';
import { openServerEngine } from './open-server.ts';

export interface ServerCheck {
  readonly tally: ExerciseTally;
  readonly differences: readonly EngineDifference[];
}

const ANOTHER_VERDICT =
  'it is right on the embedded engine: set the server up as is told at the start, or leave --engine out';

interface Seen {
  readonly start: readonly Observation[];
  readonly solution: readonly Observation[];
}

async function look(engine: Engine, exercise: Exercise): Promise<Seen> {
  const start = await observeStart(engine, exercise);
  const report = await submit(engine, exercise, start, exercise.solution);
  return {
    start: start.side.observations,
    solution: report.evidence?.submission.observations ?? [],
  };
}

/**
 * Checks one exercise on the server as `check` does on the embedded engine, and compares the plans of its start and of
 * its solution on both.
 */
export async function checkExerciseOnServer(
  places: Places,
  embedded: Engine,
  server: Engine,
  exercise: Exercise,
): Promise<ServerCheck> {
  const tally = await checkExercise(places, server, exercise);
  const found = tally.problems;
  const known = found.length === 0 ? [] : (await checkExercise(places, embedded, exercise)).problems;
  const { both, only } = onlyThere(found, known, ANOTHER_VERDICT);
  const [here, there] = [await look(embedded, exercise), await look(server, exercise)];
  const { id } = exercise;
  return {
    tally: { ...tally, problems: [...both, ...only] },
    differences: [
      ...compareEngines(id, 'start', here.start, there.start),
      ...compareEngines(id, 'solution.sql', here.solution, there.solution),
    ],
  };
}

interface Asked {
  readonly ids: readonly string[];
  readonly json: boolean;
}

async function checkAll(places: Places, { ids }: Asked, embedded: Engine, say: (line: string) => void) {
  const { lessons, datasets, exercises } = await readCourse(places);
  // A dataset that is built says nothing of a server’s plans.
  const unknown = unknownIds(ids, { lessons, exercises, datasets: new Map() }, places);
  if (unknown.length > 0) return { engine: '', problems: unknown, differences: [], claims: [], skipped: [] };
  const server = await openServerEngine(places, say);
  const problems: Problem[] = [];
  let skipped: LessonsOnServer['skipped'] = [];
  let claims: LessonsOnServer['others'] = [];
  const differences: EngineDifference[] = [];
  try {
    const known = await listExerciseIds(places.exercises);
    for (const id of known.filter((each) => ids.length === 0 || ids.includes(each))) {
      const read = await readExerciseFolder(places, id);
      if (read.kind === 'problems') {
        problems.push(...read.problems);
        continue;
      }
      const checked = await checkExerciseOnServer(places, embedded, server, read.exercise);
      problems.push(...checked.tally.problems);
      differences.push(...checked.differences);
      const mark = checked.tally.problems.length === 0 ? 'ok  ' : 'FAIL';
      say(`${mark} ${id}: ${checked.tally.honest} right, ${checked.tally.wrong} wrong answers`);
    }
    const asked = lessons.filter(({ id }) => ids.length === 0 || ids.includes(id));
    const seen = await checkLessonsOnServer(server, embedded, asked, [...datasets.keys()], say);
    problems.push(...seen.problems);
    skipped = seen.skipped;
    claims = seen.others;
  } finally {
    await server.dispose();
  }
  return { engine: server.version, problems, differences, claims, skipped };
}

/** `check --engine postgres`: every exercise and lesson on the server, and a table of the plans that differ. The exit code. */
export async function checkOnServer(places: Places, asked: Asked): Promise<number> {
  const say = (line: string) => console.error(line);
  const prepared = await prepareEngine(places, say);
  if (prepared.kind === 'problems') {
    for (const problem of prepared.problems) say(formatProblem(problem));
    return EXIT.mistake;
  }
  const found = await checkAll(places, asked, prepared.engine, say).finally(() => prepared.engine.dispose());
  for (const problem of [...found.claims, ...found.problems]) say(formatProblem(problem));
  const ok = found.problems.length === 0;
  if (found.claims.length > 0)
    say(`${found.claims.length} claims of lessons hold on the embedded engine and not here: no mistake.`);
  if (found.skipped.length > 0)
    say(`Not judged on this server: ${found.skipped.map(({ id }) => id).join(', ')}`);
  console.log(asked.json ? JSON.stringify({ ok, ...found }, null, 2) : writeDifferences(found.differences));
  return ok ? EXIT.ok : EXIT.mistake;
}
