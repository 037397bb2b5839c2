import { checkDatasets, datasetOf, extensionsOf } from '../../course/check-front-matter.ts';
import { judgeLesson } from '../../course/judge-lesson.ts';
import type { LessonSource } from '../../course/lesson-source.ts';
import { wantedPlans } from '../../course/wanted-plans.ts';
import { type Engine, EngineFault } from '../../engine/engine.ts';
import { runLesson } from '../../session/run-lesson.ts';
import type { LessonFile } from '../check-course-files.ts';
import { formatProblem, type Problem } from '../problems.ts';
import { onlyThere } from './only-there.ts';

/**
 * What came of a lesson on the server, or why it could not be run. `problems` are false on both engines; `others` hold on
 * the embedded one, which is what readers run.
 */
export type LessonOnServer =
  | {
      readonly kind: 'judged';
      readonly claims: number;
      readonly problems: readonly Problem[];
      readonly others: readonly Problem[];
    }
  | { readonly kind: 'skipped'; readonly why: string };

/** Told of a claim that the server alone makes false. */
const LET_IT_BE =
  'let it be where the server is set up otherwise: readers run the embedded engine, and there it holds';

/**
 * Runs a lesson's blocks on the server and judges its claims there. Its figures and pictures stay those of the embedded
 * engine. A lesson that needs an extension which the server lacks is skipped, with the reason.
 */
async function checkLessonOnServer(
  server: Engine,
  embedded: Engine,
  lesson: LessonSource,
): Promise<LessonOnServer> {
  const ref = { name: datasetOf(lesson), extensions: extensionsOf(lesson) };
  try {
    const run = { blocks: lesson.blocks, plans: wantedPlans(lesson) };
    const judge = async (engine: Engine) => judgeLesson(lesson, await runLesson(engine, run, ref));
    const { claims, problems } = await judge(server);
    if (problems.length === 0) return { kind: 'judged', claims, problems, others: [] };
    const { both, only } = onlyThere(problems, (await judge(embedded)).problems, LET_IT_BE);
    return { kind: 'judged', claims, problems: both, others: only };
  } catch (thrown) {
    if (!(thrown instanceof EngineFault)) throw thrown;
    return { kind: 'skipped', why: thrown.message };
  }
}

export interface LessonsOnServer {
  readonly judged: number;
  readonly problems: readonly Problem[];
  /** Claims that hold on the embedded engine and not there. */
  readonly others: readonly Problem[];
  /** Ids of lessons that were not judged, each with the reason. */
  readonly skipped: readonly { readonly id: string; readonly why: string }[];
}

/** Judges lessons on the server, one after the other. `datasets` are the names of those that there are. */
export async function checkLessonsOnServer(
  server: Engine,
  embedded: Engine,
  lessons: readonly LessonFile[],
  datasets: readonly string[],
  say: (line: string) => void,
): Promise<LessonsOnServer> {
  const problems: Problem[] = [];
  const others: Problem[] = [];
  const skipped: { id: string; why: string }[] = [];
  let judged = 0;
  const skip = (id: string, why: string) => {
    skipped.push({ id, why });
    say(`skip ${id}: ${why}`);
  };
  for (const { id, read } of lessons) {
    const [unread] = read.kind === 'ok' ? checkDatasets(read.lesson, datasets) : read.errors;
    if (read.kind !== 'ok' || unread) {
      skip(id, unread ? formatProblem(unread) : 'it cannot be read');
      continue;
    }
    const seen = await checkLessonOnServer(server, embedded, read.lesson);
    if (seen.kind === 'skipped') {
      skip(id, seen.why);
      continue;
    }
    judged += 1;
    problems.push(...seen.problems);
    others.push(...seen.others);
    const apart = seen.others.length > 0 ? `, ${seen.others.length} of them not on this server` : '';
    say(`${seen.problems.length === 0 ? 'ok  ' : 'FAIL'} ${id}: ${seen.claims} claims${apart}`);
  }
  return { judged, problems, others, skipped };
}
