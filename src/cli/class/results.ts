import type { AlikeGroup } from './alike.ts';
import type { ClassVerdicts } from './grade-all.ts';
import type { Submission } from './submissions.ts';
import { unjudged, type Verdict } from './verdict.ts';

/** One answer with its verdict. */
export interface ResultRow extends Verdict {
  readonly exercise: string;
  readonly title: string;
  readonly sql: string;
}

/** One file of the class. */
export interface LearnerResult {
  readonly file: string;
  readonly learner: string;
  /** Why there was nothing to grade. */
  readonly why?: string;
  readonly answers: readonly ResultRow[];
}

/** How many of the answers passed; those to exercises that are not here do not count. */
export function passedOf(answers: readonly ResultRow[]): string {
  const here = answers.filter(({ outcome }) => outcome !== 'unknown-exercise');
  return `${here.filter(({ outcome }) => outcome === 'passed').length} of ${here.length}`;
}

/** Everything that a run found, as it stands in `results.json`. */
export interface ClassResults {
  readonly format: 1;
  readonly engine: string;
  readonly learners: readonly LearnerResult[];
  readonly alike: readonly AlikeGroup[];
}

/** Letters that change how the text around them is shown, or cannot be seen: none belongs into a report. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;
const LONGEST_LABEL = 120;

/** A name from a stranger's file, fit for a line of a table. Long ones are cut inside: what differs is at the ends. */
export function labelOf(name: string): string {
  const plain = name.replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();
  if (plain.length <= LONGEST_LABEL) return plain;
  return `${plain.slice(0, LONGEST_LABEL / 2)}…${plain.slice(1 - LONGEST_LABEL / 2)}`;
}

/** Brings files and verdicts together: a line for every file, whatever was in it. */
export function collectResults(
  engine: string,
  submissions: readonly Submission[],
  { verdicts, titles }: ClassVerdicts,
  alike: readonly AlikeGroup[],
): ClassResults {
  const learners = submissions.map(({ file, learner, why, answers }) => ({
    file: labelOf(file),
    learner: labelOf(learner),
    ...(why === undefined ? {} : { why }),
    answers: answers.map(({ exercise, sql, key }) => ({
      exercise: labelOf(exercise),
      title: titles.get(exercise) ?? '',
      sql,
      ...(verdicts.get(key) ?? unjudged('fault', 'It was not graded.')),
    })),
  }));
  const members = (group: AlikeGroup) =>
    group.members.map((member) => ({
      ...member,
      file: labelOf(member.file),
      learner: labelOf(member.learner),
    }));
  return {
    format: 1,
    engine,
    learners,
    alike: alike.map((group) => ({ ...group, exercise: labelOf(group.exercise), members: members(group) })),
  };
}
