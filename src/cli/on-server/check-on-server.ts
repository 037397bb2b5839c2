import { checkDatasets } from '../../course/check-front-matter.ts';
import type { Engine } from '../../engine/engine.ts';
import { type Bench, checkCourseOn } from '../check-run.ts';
import { type Ran, type Runner, runWanted } from '../check-tasks.ts';
import { EXIT } from '../exit.ts';
import type { Places } from '../places.ts';
import { prepareWhatBuilds } from '../prepare.ts';
import { formatProblem, type Problem } from '../problems.ts';
import { checkExerciseOnServer } from './check-exercise-on-server.ts';
import { checkLessonOnServer } from './check-lesson-on-server.ts';
import { type EngineDifference, writeDifferences } from './compare-engines.ts';
import { openServerEngine } from './open-server.ts';

/** What a lesson or an exercise showed of the server, beside its mistakes. */
export interface RanThere extends Ran {
  readonly id: string;
  /** Places where a plan is not the embedded engine's. */
  readonly differences: readonly EngineDifference[];
  /** Claims that hold on the embedded engine and not there: no mistake. */
  readonly claims: readonly Problem[];
}

interface Engines {
  readonly server: Engine;
  readonly embedded: Engine;
  /** Names of the datasets that could be built. */
  readonly datasets: readonly string[];
}

/** Runs lessons and exercises on a server, and what is not right there on the embedded engine as well. */
export function runnerOnServer(places: Places, { server, embedded, datasets }: Engines): Runner<RanThere> {
  return {
    async lesson({ id }, source) {
      const nothing = { id, problems: [], differences: [], claims: [] };
      const nowhere = checkDatasets(source, datasets);
      if (nowhere.length > 0) return { ...nothing, problems: nowhere, said: 'there are no data for it' };
      const seen = await checkLessonOnServer(server, embedded, source);
      if (seen.kind === 'skipped') return { ...nothing, said: seen.why, skipped: true };
      const { problems, others } = seen;
      const apart = others.length > 0 ? `, ${others.length} of them not on this server` : '';
      return { ...nothing, problems, claims: others, said: `${seen.claims} claims${apart}` };
    },
    async exercise(exercise) {
      const { tally, differences } = await checkExerciseOnServer(places, embedded, server, exercise);
      const said = `${tally.honest} right, ${tally.wrong} wrong answers`;
      return { id: exercise.id, problems: tally.problems, differences, claims: [], said };
    },
  };
}

interface Asked {
  readonly ids: readonly string[];
  readonly json: boolean;
}

/** What `--json` prints, but for whether it is all right. */
interface Found extends Pick<RanThere, 'problems' | 'differences' | 'claims'> {
  /** The server's version. */
  readonly engine: string;
  /** Ids of lessons that were not judged, each with the reason. */
  readonly skipped: readonly { readonly id: string; readonly why: string }[];
}

const NOTHING: Found = { engine: '', problems: [], differences: [], claims: [], skipped: [] };

function benchOf(places: Places, { ids }: Asked, say: (line: string) => void): Bench<Found> {
  return {
    nothing: NOTHING,
    // A dataset that is built says nothing of a server’s plans.
    named: ({ lessons, exercises }) => ({ lessons, exercises, datasets: new Map() }),
    async run(checked) {
      const { engine: embedded, built, problems } = await prepareWhatBuilds(places, say);
      try {
        if (problems.length > 0) return { problems };
        const server = await openServerEngine(places, say);
        const datasets = Object.keys(built);
        const runner = runnerOnServer(places, { server, embedded, datasets });
        const running = { places, checked, datasets, runner, say };
        // One at a time: what others do on a server shows in the WAL that is counted.
        const done = await runWanted(running, { ids, figures: false }, 1).finally(() => server.dispose());
        const ran = done.flatMap((one) => one.ran ?? []);
        return {
          engine: server.version,
          problems: done.flatMap((one) => one.problems),
          differences: ran.flatMap(({ differences }) => differences),
          claims: ran.flatMap(({ claims }) => claims),
          skipped: ran.flatMap(({ id, said, skipped }) => (skipped ? [{ id, why: said }] : [])),
        };
      } finally {
        await embedded.dispose();
      }
    },
  };
}

/** `check --engine postgres`: every exercise and lesson on the server, and a table of the plans that differ. The exit code. */
export async function checkOnServer(places: Places, asked: Asked): Promise<number> {
  const say = (line: string) => console.error(line);
  const wanted = { ids: asked.ids, figures: false, files: false };
  const found = await checkCourseOn(benchOf(places, asked, say), places, wanted);
  for (const problem of [...found.claims, ...found.problems]) say(formatProblem(problem));
  const ok = found.problems.length === 0;
  if (found.claims.length > 0)
    say(`${found.claims.length} claims of lessons hold on the embedded engine and not here: no mistake.`);
  if (found.skipped.length > 0)
    say(`Not judged on this server: ${found.skipped.map(({ id }) => id).join(', ')}`);
  console.log(asked.json ? JSON.stringify({ ok, ...found }, null, 2) : writeDifferences(found.differences));
  if (found.problems.some(({ fault }) => fault)) return EXIT.fault;
  return ok ? EXIT.ok : EXIT.mistake;
}
