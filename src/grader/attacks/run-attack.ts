import type { Evidence } from '../../checks/evidence.ts';
import { readExerciseFolder } from '../../cli/check-exercises.ts';
import type { Places } from '../../cli/places.ts';
import { type Engine, EngineFault, type Session } from '../../engine/engine.ts';
import type { Exercise } from '../../exercise/exercise.ts';
import { ask } from '../../session/ask.ts';
import { findChanges } from '../../session/changes.ts';
import { collectEvidence } from '../../session/collect-evidence.ts';
import { datasetOf } from '../../session/of-exercise.ts';
import { observeStart, type StartState } from '../../session/start-state.ts';
import { submit } from '../../session/submit.ts';
import { gate } from '../../sql/gate.ts';
import { loadParser, parseStatements } from '../../sql/parse.ts';
import { grade } from '../grade.ts';
import type { Refusal, Report } from '../report.ts';
import type { Attack } from './read-attacks.ts';

export interface Ground {
  readonly engine: Engine;
  readonly exercise: Exercise;
  readonly start: StartState;
}

/** What became of a submission, as an attack's header says it. */
export interface Outcome {
  readonly verdict: string;
  readonly rule?: string;
  readonly failed: readonly string[];
  /** For the reader of a failing test. */
  readonly why: string;
}

/** Short for what never ends; otherwise longer than a busy machine could need. */
function timeoutOf({ verdicts, behind }: Attack): number {
  return verdicts.includes('timeout') || behind === 'timeout' ? 800 : 60_000;
}

/** Opens each exercise's start once. */
export function createGrounds(places: Places, engine: Engine): (id: string) => Promise<Ground> {
  const kept = new Map<string, Promise<Ground>>();
  const open = async (id: string): Promise<Ground> => {
    const read = await readExerciseFolder(places, id);
    if (read.kind !== 'ok') throw new Error(`${id}: ${read.problems[0]?.what}`);
    return { engine, exercise: read.exercise, start: await observeStart(engine, read.exercise) };
  };
  return (id) => {
    const ground = kept.get(id) ?? open(id);
    kept.set(id, ground);
    return ground;
  };
}

function outcomeOf(report: Report): Outcome {
  const { refusal } = report;
  const failed = report.checks.filter((check) => check.state === 'failed');
  if (!refusal) {
    const why = failed.map(({ id, message }) => `${id}: ${message}`).join('\n');
    return { verdict: report.passed ? 'passed' : 'failed', failed: failed.map(({ id }) => id), why };
  }
  if (refusal.kind === 'gate')
    return { verdict: 'refused', rule: refusal.rule, failed: [], why: refusal.message };
  const why = refusal.kind === 'sql-error' ? refusal.error.message : refusal.message;
  return { verdict: refusal.kind, failed: [], why };
}

/** What fails without the times fails with them, and to measure them takes long. */
function judgedBy(exercise: Exercise, { family, fails, behind }: Attack): Exercise {
  const { spec } = exercise;
  const asked = ({ id, kind }: { readonly id: string; readonly kind: string }) =>
    kind !== 'time' || family === 'honest' || id === fails || id === behind;
  return { ...exercise, spec: { ...spec, checks: spec.checks.filter(asked) } };
}

/** Graded as any submission is. */
export async function gradeAttack({ engine, exercise, start }: Ground, attack: Attack): Promise<Outcome> {
  const options = { timeoutMs: timeoutOf(attack), observeTimeoutMs: timeoutOf(attack) };
  return outcomeOf(await submit(engine, judgedBy(exercise, attack), start, attack.sql, options));
}

/** The gate alone, which needs no database: enough for what it refuses. */
export async function judgeByGate({ exercise, start }: Ground, attack: Attack): Promise<Outcome> {
  await loadParser();
  const parsed = parseStatements(attack.sql);
  if (parsed.kind === 'syntax-error') return { verdict: 'sql-error', failed: [], why: parsed.error.message };
  const { task, allow } = exercise.spec;
  const result = gate(parsed.statements, { task, allow, tables: start.rows.map(({ table }) => table) });
  if (result.kind === 'ok') return { verdict: 'let through', failed: [], why: 'the gate lets it through' };
  return { verdict: 'refused', rule: result.refusal.rule, failed: [], why: result.refusal.message };
}

/** Why the statements did not run to their end. */
async function applyAll(session: Session, attack: Attack): Promise<Refusal | undefined> {
  const run = await session.run(attack.sql, { timeoutMs: timeoutOf(attack) });
  if (run.kind === 'ok') return undefined;
  if (run.kind === 'sql-error') return { kind: 'sql-error', error: run.error };
  return { kind: 'timeout', message: 'It was still running.' };
}

async function lookBehindTheGate(session: Session, ground: Ground, attack: Attack): Promise<Outcome> {
  const { engine, start } = ground;
  const exercise = judgedBy(ground.exercise, attack);
  const conclude = (seen: { refusal?: Refusal; evidence?: Evidence }) =>
    outcomeOf(grade({ exercise, engine: engine.version, ...seen, ms: 0 }));
  const rewrite = exercise.spec.task === 'rewrite';
  const refusal = rewrite ? undefined : await applyAll(session, attack);
  if (refusal) return conclude({ refusal });
  if (attack.behind === 'unchanged') return lookForChanges(session, ground);
  const parsed = await session.parse(attack.sql);
  const collected = await collectEvidence(session, exercise, start, {
    query: rewrite && parsed.kind === 'ok' ? parsed.statements[0]?.text : undefined,
    startTimes: [],
    onStep: () => {},
    observeTimeoutMs: timeoutOf(attack),
  });
  return conclude(collected.kind === 'ok' ? { evidence: collected.evidence } : { refusal: collected });
}

/** The comparison of catalogs and rows alone, without any plan: quicker, and no other layer can help it. */
async function lookForChanges(session: Session, { exercise, start }: Ground): Promise<Outcome> {
  await ask(session, 'rollback', 5_000);
  await ask(session, 'discard all', 5_000);
  const { changes } = await findChanges(session, exercise, start);
  const why = changes.map(({ message }) => message).join('; ');
  return changes.length > 0
    ? { verdict: 'failed', failed: ['unchanged'], why }
    : { verdict: 'passed', failed: [], why: 'no change was seen' };
}

/** What the layers behind the gate make of it, as if the gate were not there. */
export async function gradeWithoutGate(ground: Ground, attack: Attack): Promise<Outcome> {
  const { engine, exercise } = ground;
  const session = await engine.open(datasetOf(exercise));
  try {
    return await lookBehindTheGate(session, ground, attack);
  } catch (thrown) {
    if (thrown instanceof EngineFault) return { verdict: 'fault', failed: [], why: thrown.message };
    throw thrown;
  } finally {
    await session.close();
  }
}
