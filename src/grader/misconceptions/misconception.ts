import type { Evidence } from '../../checks/evidence.ts';
import type { SqlError } from '../../engine/engine.ts';
import type { Exercise } from '../../exercise/exercise.ts';
import type { CheckResult } from '../report.ts';

/** What a misconception may look at: evidence and verdicts, never the text of the submission. */
export interface Recognition {
  readonly exercise: Exercise;
  readonly evidence: Evidence;
  readonly checks: readonly CheckResult[];
}

/** A mistake that people make, how it shows in the evidence, and where it is taught. One file each. */
export interface Misconception {
  /** Kebab-case; exercises name it in `misconceptions`. */
  readonly id: string;
  readonly title: string;
  /** Site route of the lesson that teaches it. */
  readonly lesson?: string;
  /** One paragraph with this learner's own figures where the evidence shows the mistake; undefined where it does not. */
  recognise(recognition: Recognition): string | undefined;
  /** The same where PostgreSQL itself refused the statement, from what it said. */
  recogniseError?(error: SqlError): string | undefined;
}
