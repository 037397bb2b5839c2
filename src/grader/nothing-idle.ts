import { judgeCheck } from '../checks/all-checks.ts';
import type { Evidence, IdleEvidence } from '../checks/evidence.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { formatBytes } from '../plan/format-figures.ts';
import { BY_PLAN } from './built-in.ts';
import type { CheckResult } from './report.ts';

/** Whether a goal that is met would be missed with the estimates that the planner has without it. */
function isNeeded({ spec }: Exercise, evidence: Evidence, { without }: IdleEvidence): boolean {
  if (without.length === 0) return false;
  const { submission } = evidence;
  const keyOf = ({ query, params, variant }: (typeof without)[number]) =>
    JSON.stringify([query, params, variant]);
  const others = new Map(without.map((seen) => [keyOf(seen), seen]));
  const observations = submission.observations.map((seen) => others.get(keyOf(seen)) ?? seen);
  const gone: Evidence = { ...evidence, submission: { ...submission, observations } };
  return spec.checks
    .filter(({ kind }) => BY_PLAN.has(kind))
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

function aboutIndexes(names: readonly string[], bytes: string): string {
  const [are, them] = words(names.length === 1);
  return `${names.join(', ')} ${are} read by no plan of the workload, for shown values and others, and without ${them} every plan takes the same steps. That is ${bytes} which every write to the table has to keep up. Leave ${them} out.`;
}

function aboutStatistics(names: readonly string[]): string {
  const [, them] = words(names.length === 1);
  const what = names.length === 1 ? 'statistics object' : 'statistics objects';
  return `Without the ${what} ${names.join(', ')} every plan of the workload takes the same steps, for shown values and others, and every goal is met as well. Each ANALYZE would work for nothing. Leave ${them} out.`;
}

/**
 * Every created index is read, or does something for a goal, and so does every statistics object: what nothing needs is
 * paid for by every write and every ANALYZE. Undefined where that is so. What is there for an estimate is judged where all
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
  const named = (kind: IdleEvidence['kind']) =>
    idle.filter((one) => one.kind === kind).map(({ name }) => name);
  const unread = named('index');
  const indexes = evidence.submission.indexes.filter(
    ({ name, created, unique, valid }) =>
      created && unread.includes(name) && !(unique && valid && keepsRules(exercise)),
  );
  const statistics = named('statistics');
  if (indexes.length === 0 && statistics.length === 0) return undefined;
  const bytes = formatBytes(indexes.reduce((sum, index) => sum + index.bytes, 0));
  const names = indexes.map(({ name }) => name);
  const parts = [
    ...(names.length > 0 ? [aboutIndexes(names, bytes)] : []),
    ...(statistics.length > 0 ? [aboutStatistics(statistics)] : []),
  ];
  return {
    id: 'nothing-idle',
    kind: 'nothing-idle',
    title: 'creates nothing that no plan needs',
    state: 'failed',
    message: parts.join(' '),
    ...(indexes.length > 0 ? { figure: bytes } : {}),
  };
}
