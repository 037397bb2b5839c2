import { judgeCheck, titleOfCheck } from '../checks/all-checks.ts';
import type { Evidence } from '../checks/evidence.ts';
import type { ResultSet } from '../engine/engine.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { judgeMadeByYou, judgeUnchanged } from './built-in.ts';
import { hashEvidence } from './evidence-hash.ts';
import { findInError, findMisconceptions } from './find-misconceptions.ts';
import { judgeIdle } from './nothing-idle.ts';
import type { CheckResult, Refusal, Report } from './report.ts';

/** What a verdict is made of. */
export interface GradeInput {
  readonly exercise: Exercise;
  readonly engine: string;
  /** Why the submission was not observed; then there is no evidence. */
  readonly refusal?: Refusal | undefined;
  readonly evidence?: Evidence | undefined;
  readonly results?: readonly ResultSet[] | undefined;
  /** Wall clock of the whole check, in ms. */
  readonly ms: number;
}

function notRun(exercise: Exercise): readonly CheckResult[] {
  return exercise.spec.checks.map((check) => ({
    id: check.id,
    kind: check.kind,
    title: titleOfCheck(check, exercise.spec.workload),
    state: 'not-run',
    message: 'Not run, because the submission was not accepted.',
  }));
}

function judgeAll(exercise: Exercise, evidence: Evidence): readonly CheckResult[] {
  const own = exercise.spec.checks.map((check) => ({
    id: check.id,
    kind: check.kind,
    title: titleOfCheck(check, exercise.spec.workload),
    ...judgeCheck(check, evidence),
  }));
  const madeByYou = judgeMadeByYou(exercise, evidence);
  const idle = judgeIdle(exercise, evidence, own);
  return [...own, ...(madeByYou ? [madeByYou] : []), ...(idle ? [idle] : []), judgeUnchanged(evidence)];
}

function findAll(exercise: Exercise, checks: readonly CheckResult[], { evidence, refusal }: GradeInput) {
  if (refusal?.kind === 'sql-error') return findInError(refusal.error);
  return evidence ? findMisconceptions({ exercise, evidence, checks }) : [];
}

/** The verdict on what was seen. Pure; passes only when every check passed and there was at least one. */
export function grade(input: GradeInput): Report {
  const { exercise, evidence, refusal } = input;
  const checks = evidence && !refusal ? judgeAll(exercise, evidence) : notRun(exercise);
  const passed =
    !refusal && exercise.spec.checks.length > 0 && checks.every((check) => check.state === 'passed');
  return {
    format: 1,
    exercise: exercise.id,
    engine: input.engine,
    passed,
    ...(refusal ? { refusal } : {}),
    checks,
    findings: findAll(exercise, checks, input),
    ...(evidence ? { evidence, evidenceHash: hashEvidence(evidence) } : {}),
    ...(input.results ? { results: input.results } : {}),
    ms: input.ms,
  };
}
