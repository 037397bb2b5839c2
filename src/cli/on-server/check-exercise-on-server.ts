import type { Observation } from '../../checks/evidence.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Exercise } from '../../exercise/exercise.ts';
import { observeStart } from '../../session/start-state.ts';
import { submit } from '../../session/submit.ts';
import { checkExercise, type ExerciseTally } from '../check-exercises.ts';
import type { Places } from '../places.ts';
import { compareEngines, type EngineDifference } from './compare-engines.ts';
import { onlyThere } from './only-there.ts';

/** An exercise as the server grades it, and where its plans are not the embedded engine's. */
export interface ExerciseOnServer {
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
): Promise<ExerciseOnServer> {
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
