import type { ParsedStatement } from '../engine/engine.ts';
import { isAllowable } from './allowed-kinds.ts';
import { encodingComplaint } from './gate-encodings.ts';
import { foreignKind } from './gate-foreign.ts';
import { objectComplaint } from './gate-objects.ts';
import { answerComplaint, readingComplaint } from './gate-query.ts';
import { type Complaint, complaint, type GatePolicy } from './gate-types.ts';
import { wedgeComplaint } from './gate-wedges.ts';
import { statementKind } from './statement-kind.ts';

export type { GatePolicy } from './gate-types.ts';

/** Why a text is not run, and where. */
export interface GateRefusal {
  readonly rule: string;
  /** What the statement does and why it is no answer, in plain words. */
  readonly message: string;
  /** In UTF-16 code units of the whole text. */
  readonly start: number;
  readonly end: number;
  /** Index of the statement. */
  readonly statement: number;
}

/** Whether a text may be run. */
export type GateResult =
  | { readonly kind: 'ok' }
  | { readonly kind: 'refused'; readonly refusal: GateRefusal };

/** Largest graded submission, in UTF-16 code units, and most statements in it. */
export const MAX_SUBMISSION_LENGTH = 20_000;
const MAX_SUBMISSION_STATEMENTS = 40;

function statementComplaint(statement: ParsedStatement, policy: GatePolicy): Complaint | undefined {
  const kind = statementKind(statement.tree);
  const unwritable = encodingComplaint(statement.tree);
  if (unwritable) return unwritable;
  if (policy.task === 'workbench' || policy.task === 'lesson') return wedgeComplaint(kind, statement.tree);
  if (policy.task === 'rewrite') {
    if (kind === 'explain') {
      return complaint(
        'explain',
        'The answer is the SELECT itself: leave EXPLAIN out, its plan is taken by the grader.',
      );
    }
    return kind === 'select'
      ? answerComplaint(statement.tree, policy)
      : foreignKind(kind, statement.tree, policy);
  }
  if (kind === 'select' || kind === 'explain') return readingComplaint(statement.tree, policy);
  if (!policy.allow.includes(kind) || !isAllowable(kind)) return foreignKind(kind, statement.tree, policy);
  return objectComplaint(kind, statement.tree, policy);
}

function refused(found: Complaint, statement: ParsedStatement | undefined, index: number): GateResult {
  const { rule, message, at } = found;
  const start = statement?.start ?? 0;
  const end = statement?.end ?? 0;
  if (statement === undefined || at === undefined || at < start || at >= end) {
    return { kind: 'refused', refusal: { rule, message, start, end, statement: index } };
  }
  const word = /^[\w$\u0080-\uffff]+/.exec(statement.text.slice(at - start))?.[0] ?? ' ';
  return { kind: 'refused', refusal: { rule, message, start: at, end: at + word.length, statement: index } };
}

function wholeComplaint(statements: readonly ParsedStatement[], { task }: GatePolicy): Complaint | undefined {
  const length = (statements.at(-1)?.end ?? 0) - (statements[0]?.start ?? 0);
  if (length > MAX_SUBMISSION_LENGTH) {
    const most = MAX_SUBMISSION_LENGTH.toLocaleString('en');
    return complaint(
      'size',
      `The submission has ${length.toLocaleString('en')} characters; ${most} are the most.`,
    );
  }
  if (statements.length > MAX_SUBMISSION_STATEMENTS) {
    return complaint(
      'size',
      `The submission has ${statements.length} statements; ${MAX_SUBMISSION_STATEMENTS} are the most.`,
    );
  }
  if (task === 'rewrite' && statements.length === 0) {
    return complaint('empty', 'There is no statement to grade. The answer is one SELECT.');
  }
  return undefined;
}

/**
 * Whether a text may be run, from its parse trees alone. Graded submissions may hold only what the exercise allows, at
 * any depth; in the workbench and in lessons everything may be tried but what would leave the engine waiting or broken.
 */
export function gate(statements: readonly ParsedStatement[], policy: GatePolicy): GateResult {
  const graded = policy.task !== 'workbench' && policy.task !== 'lesson';
  const whole = graded ? wholeComplaint(statements, policy) : undefined;
  if (whole) return refused(whole, statements[0], 0);
  for (const [index, statement] of statements.entries()) {
    const found = statementComplaint(statement, policy);
    if (found) return refused(found, statement, index);
    if (policy.task === 'rewrite' && index > 0) {
      const message = 'The answer is one SELECT: leave the other statements out.';
      return refused(complaint('one-statement', message), statement, index);
    }
  }
  return { kind: 'ok' };
}
