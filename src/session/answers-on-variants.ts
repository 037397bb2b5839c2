import type { Evidence, Observation } from '../checks/evidence.ts';
import type { ParsedStatement, Session } from '../engine/engine.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { grade } from '../grader/grade.ts';
import type { Refusal, Report } from '../grader/report.ts';
import { parseStatements } from '../sql/parse.ts';
import { read } from './ask.ts';
import { observeRows, type Probe, SHIPPED } from './observe.ts';
import { inWholeText, refusalOf } from './refused.ts';
import type { Stage } from './stage.ts';
import type { StartState } from './start-state.ts';

const POINT = 'planwright_answer';
/** As long as a learner's query has. */
const TIMEOUT_MS = 30_000;

/** An exercise and its start without the variants of the data. */
export interface ShippedOnly {
  readonly exercise: Exercise;
  readonly start: StartState;
}

/** Takes the variants of the data out of an exercise. */
export function withoutVariants(exercise: Exercise): Exercise {
  const { variants: _, ...spec } = exercise.spec;
  return { ...exercise, spec };
}

/** Takes the variants of the data out of an exercise, and out of what is known of its start. */
export function shippedOnly(exercise: Exercise, start: StartState): ShippedOnly {
  const reference = start.reference.filter(({ variant }) => variant === SHIPPED);
  return { exercise: withoutVariants(exercise), start: { ...start, reference } };
}

/** An answer and the report on it, which is of the shipped data alone. */
export interface OnShipped {
  readonly exercise: Exercise;
  readonly sql: string;
  readonly report: Report;
}

/** What an answer showed on the shipped data, and what it has shown since on variants. */
interface Seen extends OnShipped {
  readonly evidence: Evidence;
  /** The one statement that it is. */
  readonly statement: ParsedStatement;
  readonly probes: readonly Probe[];
  readonly onVariants: Observation[];
  refusal?: Refusal;
}

/** A query is run for its rows alone: on a variant nobody judges its plan. */
async function runOn(session: Session, variant: string, seen: Seen): Promise<void> {
  for (const [at, asked] of seen.probes.entries()) {
    const shipped = seen.evidence.submission.observations[at];
    const probe = { ...asked, variant };
    const found = await observeRows(session, probe, TIMEOUT_MS);
    if (found.kind !== 'ok') {
      seen.refusal = inWholeText(refusalOf(found), seen.statement);
      return;
    }
    if (shipped) seen.onVariants.push({ ...shipped, variant, pages: 0, rows: found.rows });
  }
}

function reportOf(reference: readonly Observation[], seen: Seen): Report {
  const { exercise, report, evidence, refusal, onVariants } = seen;
  const { engine, results, ms } = report;
  if (refusal) return grade({ exercise, engine, refusal, results, ms });
  const { submission } = evidence;
  const observations = [...submission.observations, ...onVariants];
  const whole: Evidence = {
    ...evidence,
    ...(reference.length > 0 ? { reference } : {}),
    submission: { ...submission, observations },
  };
  return grade({ exercise, engine, evidence: whole, results, ms });
}

/** Answers to a rewrite whose rows on the variants are still to be seen. */
export interface AnswersOnVariants {
  /** Runs every answer on a variant: it is set up once for all of them, where a submission sets up each for itself. */
  visit(stage: Stage, variant: string): Promise<void>;
  /**
   * The verdict on an answer with all that was seen of it, against what the reference answer returned there; a report that
   * has no evidence stays as it is.
   */
  settle(report: Report, reference: readonly Observation[]): Report;
}

/** Takes the answers with their reports on the shipped data, as `shippedOnly` gives them. The parser must be loaded. */
export function answersOnVariants(
  probesOfStart: readonly Probe[],
  answers: readonly OnShipped[],
): AnswersOnVariants {
  const all = new Map(
    answers.flatMap(({ exercise, sql, report }): [Report, Seen][] => {
      const parsed = parseStatements(sql);
      const statement = parsed.kind === 'ok' ? parsed.statements[0] : undefined;
      const { evidence } = report;
      if (!evidence || !statement) return [];
      const probes = probesOfStart.map((probe) => ({ ...probe, sql: statement.text }));
      return [[report, { exercise, sql, report, evidence, statement, probes, onVariants: [] }]];
    }),
  );
  return {
    async visit(stage, variant) {
      for (const seen of all.values()) {
        if (seen.refusal) continue;
        const session = await stage.session();
        await read(session, `savepoint ${POINT}`);
        await runOn(session, variant, seen);
        if (!session.ended)
          await read(session, `rollback to savepoint ${POINT}; release savepoint ${POINT}; deallocate all`);
      }
    },
    settle(report, reference) {
      const seen = all.get(report);
      return seen ? reportOf(reference, seen) : report;
    },
  };
}
