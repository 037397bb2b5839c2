import { datasetOf, extensionsOf } from '../../course/check-front-matter.ts';
import { judgeLesson } from '../../course/judge-lesson.ts';
import type { LessonSource } from '../../course/lesson-source.ts';
import { wantedPlans } from '../../course/wanted-plans.ts';
import { type Engine, EngineFault } from '../../engine/engine.ts';
import { runLesson } from '../../session/run-lesson.ts';
import { lessonEngines } from '../prepare.ts';
import type { Problem } from '../problems.ts';
import { onlyThere } from './only-there.ts';

/**
 * What came of a lesson on the server, or why it could not be run there. `problems` are false on both engines; `others`
 * hold on the embedded one, which is what readers run.
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

/** What the server said where it lacks what a lesson needs: an extension, first of all. */
async function orWhyNot<T>(run: Promise<T>): Promise<T | EngineFault> {
  return run.catch((thrown: unknown) => {
    if (thrown instanceof EngineFault && thrown.code === 'init-failed') return thrown;
    throw thrown;
  });
}

/**
 * Runs a lesson's blocks on the server and judges its claims there. Its figures and pictures stay those of the embedded
 * engine. A lesson that needs an extension which the server lacks is skipped, with the reason.
 */
export async function checkLessonOnServer(
  server: Engine,
  embedded: Engine,
  lesson: LessonSource,
): Promise<LessonOnServer> {
  const ref = { name: datasetOf(lesson), extensions: extensionsOf(lesson) };
  const run = { blocks: lesson.blocks, plans: wantedPlans(lesson) };
  const judge = async (postgres: Engine) =>
    judgeLesson(lesson, await runLesson(lessonEngines(postgres), run, ref));
  const there = await orWhyNot(judge(server));
  if (there instanceof EngineFault) return { kind: 'skipped', why: there.message };
  const { claims, problems } = there;
  if (problems.length === 0) return { kind: 'judged', claims, problems, others: [] };
  const { both, only } = onlyThere(problems, (await judge(embedded)).problems, LET_IT_BE);
  return { kind: 'judged', claims, problems: both, others: only };
}
