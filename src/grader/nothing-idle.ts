import { deciderOf, isByPlans, judgeCheck } from '../checks/all-checks.ts';
import type { Evidence, IdleEvidence, IndexEvidence } from '../checks/evidence.ts';
import type { AddedId } from '../exercise/added-checks.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { formatBytes } from '../plan/format-figures.ts';
import { findRepetitions, type Repetition } from './repeated-indexes.ts';
import type { CheckResult } from './report.ts';

/** Whether a goal that is met would be missed without it: by the planner's estimates, or by writes that it serves. */
function isNeeded(
  { spec }: Exercise,
  evidence: Evidence,
  { without, invariants = evidence.invariants }: IdleEvidence,
): boolean {
  const { submission } = evidence;
  const keyOf = ({ query, params, variant }: (typeof without)[number]) =>
    JSON.stringify([query, params, variant]);
  const others = new Map(without.map((seen) => [keyOf(seen), seen]));
  const observations = submission.observations.map((seen) => others.get(keyOf(seen)) ?? seen);
  const gone: Evidence = { ...evidence, invariants, submission: { ...submission, observations } };
  return spec.checks
    .filter((check) => isByPlans(check) || deciderOf(check) === 'rule')
    .some(
      (check) => judgeCheck(check, evidence).state === 'passed' && judgeCheck(check, gone).state !== 'passed',
    );
}

/** A valid unique index keeps a rule, whether or not a query reads it, where the exercise is about rules. */
function keepsRules({ spec }: Exercise): boolean {
  return spec.task === 'design' || spec.checks.some(({ kind }) => kind === 'constraint');
}

function words(one: boolean): readonly [are: string, them: string] {
  return one ? ['is', 'it'] : ['are', 'them'];
}

function sizeOf(indexes: readonly IndexEvidence[]): string {
  return formatBytes(indexes.reduce((sum, { bytes }) => sum + bytes, 0));
}

function aboutIndexes(names: readonly string[], bytes: string): string {
  const [are, them] = words(names.length === 1);
  return `${names.join(', ')} ${are} read by no plan of the workload, for shown values and others, and without ${them} every plan takes the same steps. That is ${bytes} which every write to the table has to keep up. Leave ${them} out.`;
}

function aboutStatistics(names: readonly string[]): string {
  const [, them] = words(names.length === 1);
  const what = names.length === 1 ? 'statistics object' : 'statistics objects';
  return `Without the ${what} ${names.join(', ')} every plan of the workload takes the same steps, for shown values and others, and every goal is met as well. Each ANALYZE would work for nothing. Leave ${them} out.`;
}

function aboutRepetitions(repeated: readonly Repetition[]): string {
  const [, them] = words(repeated.length === 1);
  const pairs = repeated.map(({ index, of }) => `${index.name} repeats ${of.name}`).join(', and ');
  const bytes = sizeOf(repeated.map(({ index }) => index));
  return `${pairs}, on the same columns in the same order: whichever of the two a plan reads, it would read the other as well. That is ${bytes} which every write to the table has to keep up for nothing. Leave ${them} out.`;
}

/** The created indexes that nothing reads. */
function unreadIndexes(exercise: Exercise, evidence: Evidence, idle: readonly IdleEvidence[]) {
  const unread = new Set(idle.filter(({ kind }) => kind === 'index').map(({ name }) => name));
  return evidence.submission.indexes.filter(
    ({ name, created, unique, valid }) =>
      created && unread.has(name) && !(unique && valid && keepsRules(exercise)),
  );
}

/** The created indexes that no plan reads, and that no goal needs: those that could be left out. */
export function needlessIndexes(exercise: Exercise, evidence: Evidence): readonly IndexEvidence[] {
  const idle = (evidence.idle ?? []).filter((one) => !isNeeded(exercise, evidence, one));
  return unreadIndexes(exercise, evidence, idle);
}

/**
 * Every created index is read, or does something for a goal, is no repetition of another, and so does every statistics
 * object: what nothing needs is paid for by every write and every ANALYZE. Undefined where that is so. What is there for an estimate is judged where all
 * else is right: an object that nothing has filled yet may be the one that is needed.
 */
export function judgeIdle(
  exercise: Exercise,
  evidence: Evidence,
  own: readonly CheckResult[],
): CheckResult | undefined {
  if (exercise.spec.task === 'rewrite') return undefined;
  const solved = own.every(({ state }) => state === 'passed');
  const idle = (evidence.idle ?? []).filter(
    (one) =>
      (solved || (one.kind === 'index' && one.without.length === 0)) && !isNeeded(exercise, evidence, one),
  );
  const repeated = findRepetitions(evidence);
  const twice = new Set(repeated.map(({ index }) => index));
  const indexes = unreadIndexes(exercise, evidence, idle).filter((index) => !twice.has(index));
  const statistics = idle.filter(({ kind }) => kind === 'statistics').map(({ name }) => name);
  if (indexes.length + repeated.length + statistics.length === 0) return undefined;
  const bytes = sizeOf(indexes);
  const names = indexes.map(({ name }) => name);
  const parts = [
    ...(repeated.length > 0 ? [aboutRepetitions(repeated)] : []),
    ...(names.length > 0 ? [aboutIndexes(names, bytes)] : []),
    ...(statistics.length > 0 ? [aboutStatistics(statistics)] : []),
  ];
  const needless = [...twice, ...indexes];
  return {
    id: 'nothing-idle' satisfies AddedId,
    kind: 'nothing-idle',
    title: 'creates nothing that no plan needs',
    state: 'failed',
    message: parts.join(' '),
    ...(needless.length > 0 ? { figure: sizeOf(needless) } : {}),
  };
}
