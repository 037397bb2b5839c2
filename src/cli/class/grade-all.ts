import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listExerciseIds, readFolder } from '../../authoring/read-folder.ts';
import type { Engine } from '../../engine/engine.ts';
import { rememberByKey } from '../../engine/remember-by-key.ts';
import type { Exercise } from '../../exercise/exercise.ts';
import { observeStart, type StartState } from '../../session/start-state.ts';
import { isAuthored } from '../broken-parts.ts';
import { readExerciseFolder } from '../check-exercises.ts';
import { inParallel } from '../in-parallel.ts';
import type { Places } from '../places.ts';
import type { GivenTexts } from './alike.ts';
import { gradeAnswer } from './grade-answer.ts';
import type { ProgressLine } from './progress-line.ts';
import type { StateFile } from './state-file.ts';
import type { Submission, SubmittedAnswer } from './submissions.ts';
import { unjudged, type Verdict } from './verdict.ts';

export interface ClassRun {
  readonly engine: Engine;
  readonly places: Places;
  readonly lanes: number;
  readonly state: StateFile;
  readonly progress: (total: number) => ProgressLine;
}

export interface ClassVerdicts {
  /** By the answer's key. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly titles: ReadonlyMap<string, string>;
  readonly given: ReadonlyMap<string, GivenTexts>;
  /** Answers graded in this run, and those that an earlier one had graded. */
  readonly graded: number;
  readonly kept: number;
}

/** An exercise of the class, read once; its start is observed when the first answer to it is graded. */
interface Graded {
  readonly exercise: Exercise;
  readonly mark: string;
  readonly start: () => Promise<StartState>;
}

type Found =
  | { readonly kind: 'ok'; readonly graded: Graded }
  | { readonly kind: 'unjudged'; readonly verdict: Verdict };

/** What decides on verdicts, of this program itself. */
const ROOMS = ['sql', 'plan', 'checks', 'exercise', 'grader', 'session', 'engine'];
const NO_RULE = /\.test\.ts$|^attacks\//;

const hashes = rememberByKey<string>();

/** Stands for the grader as it is: another one after an update. */
function hashGrader(): Promise<string> {
  return hashes('grader', async () => {
    const hash = createHash('sha256');
    for (const room of ROOMS) {
      const files = await readFolder(join(import.meta.dirname, '../..', room), NO_RULE);
      hash.update(JSON.stringify([...files]));
    }
    hash.update(await readFile(join(import.meta.dirname, 'verdict.ts')));
    return hash.digest('hex');
  });
}

/** Changes whenever a verdict could: another grader, exercise, dataset or engine. */
async function markOf(places: Places, { id, spec }: Exercise, engine: Engine): Promise<string> {
  const parts: unknown[] = [engine.version, await hashGrader()];
  for (const folder of [join(places.exercises, id), join(places.exercises, '_datasets', spec.dataset)]) {
    parts.push([...(await readFolder(folder).catch(() => new Map<string, string>()))]);
  }
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24);
}

function brokenVerdict(id: string): Verdict {
  return unjudged('broken-exercise', `The exercise itself has mistakes: npm run check -- ${id}`);
}

async function findExercise(
  { places, engine }: ClassRun,
  known: ReadonlySet<string>,
  id: string,
): Promise<Found> {
  const starts = rememberByKey<StartState>();
  const none = (verdict: Verdict): Found => ({ kind: 'unjudged', verdict });
  if (!known.has(id)) return none(unjudged('unknown-exercise', 'There is no such exercise here.'));
  const read = await readExerciseFolder(places, id);
  if (read.kind === 'problems') return none(brokenVerdict(id));
  const { exercise } = read;
  const mark = await markOf(places, exercise, engine);
  return {
    kind: 'ok',
    graded: { exercise, mark, start: () => starts(id, () => observeStart(engine, exercise)) },
  };
}

interface Task extends SubmittedAnswer {
  readonly graded: Graded;
}

async function gradeTask({ engine }: ClassRun, { graded, sql }: Task): Promise<Verdict> {
  try {
    return await gradeAnswer(engine, graded.exercise, await graded.start(), sql);
  } catch (thrown) {
    if (isAuthored(thrown)) return brokenVerdict(graded.exercise.id);
    return unjudged('fault', `The start of the exercise could not be observed: ${String(thrown)}`);
  }
}

/** What was not graded is not kept: the next run tries it again. Nor are noisy times, until they are settled. */
function isLasting({ outcome }: Verdict): boolean {
  return !['fault', 'broken-exercise', 'inconclusive'].includes(outcome);
}

async function judge(run: ClassRun, task: Task, verdicts: Map<string, Verdict>): Promise<void> {
  const verdict = await gradeTask(run, task);
  verdicts.set(task.key, verdict);
  if (isLasting(verdict)) await run.state.add(task.graded.mark, task.key, verdict);
}

/** Time that is too noisy to judge beside other work is measured once more, alone. */
async function settle(run: ClassRun, tasks: readonly Task[], verdicts: Map<string, Verdict>): Promise<void> {
  for (const task of tasks) {
    if (verdicts.get(task.key)?.outcome === 'inconclusive') await judge(run, task, verdicts);
  }
}

/** A verdict that takes no grading: on what is not run, or of an earlier run. */
function knownVerdict({ state }: ClassRun, { mark }: Graded, { key, unread }: SubmittedAnswer) {
  return unread === undefined ? state.find(mark, key) : unjudged('refused', unread);
}

/**
 * Grades every answer of the class: each text once, however many hand it in; exercise by exercise, so that a start is
 * observed once; several at a time; leaving out what an earlier run has graded.
 */
export async function gradeAll(run: ClassRun, submissions: readonly Submission[]): Promise<ClassVerdicts> {
  const known = new Set(await listExerciseIds(run.places.exercises));
  const answers = new Map(submissions.flatMap((each) => each.answers).map((answer) => [answer.key, answer]));
  const verdicts = new Map<string, Verdict>();
  const titles = new Map<string, string>();
  const given = new Map<string, GivenTexts>();
  const tasks: Task[] = [];
  const byExercise = Map.groupBy(answers.values(), ({ exercise }) => exercise);
  for (const [id, group] of [...byExercise].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const found = await findExercise(run, known, id);
    if (found.kind === 'ok') {
      const { spec, start, solution, also } = found.graded.exercise;
      titles.set(id, spec.title);
      given.set(id, { start, answers: [solution, ...also.map(({ sql }) => sql)] });
    }
    for (const answer of group) {
      const kept = found.kind === 'ok' ? knownVerdict(run, found.graded, answer) : found.verdict;
      if (kept) verdicts.set(answer.key, kept);
      else if (found.kind === 'ok') tasks.push({ ...answer, graded: found.graded });
    }
  }
  const kept = verdicts.size;
  const line = run.progress(tasks.length);
  await inParallel(tasks, run.lanes, async (task) => {
    await judge(run, task, verdicts);
    line.step(task.exercise);
  });
  line.end();
  if (run.lanes > 1) await settle(run, tasks, verdicts);
  return { verdicts, titles, given, graded: tasks.length, kept };
}
