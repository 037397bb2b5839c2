import type { Progress } from '../../progress/progress.ts';

/** What a page in a package is, as the package's builder wrote it into the page. */
export interface PackagedPage {
  readonly kind: 'exercise' | 'lesson';
  /** The exercise’s id, or `<module>/<lesson>`. */
  readonly id: string;
  /** Predictions that the lesson asks for. */
  readonly predictions: number;
}

/** What a course system is told. `score` is from 0 to 1. */
export interface Outcome {
  readonly complete: boolean;
  /** Undefined where nothing is judged: a lesson is read, not passed. */
  readonly passed: boolean | undefined;
  readonly score: number | undefined;
}

export const nothingYet: Outcome = { complete: false, passed: undefined, score: undefined };

/** What the workbench tells after every Check. */
export interface CheckedDetail {
  readonly exercise: string;
  readonly passed: boolean;
  /** Share of the checks that passed, from 0 to 1. */
  readonly share: number;
}

/** The better of what was known and what a Check has shown: an exercise that was passed stays passed. */
export function afterCheck(before: Outcome, page: PackagedPage, checked: CheckedDetail): Outcome {
  if (page.kind !== 'exercise' || checked.exercise !== page.id) return before;
  const passed = before.passed === true || checked.passed;
  return { complete: passed, passed, score: passed ? 1 : Math.max(before.score ?? 0, checked.share) };
}

/**
 * A lesson is complete when it is marked as read, and its score is the share of its predictions that were right. Only
 * what was done since the page was opened counts: somebody else may have used this browser before.
 */
export function afterProgress(
  before: Outcome,
  page: PackagedPage,
  progress: Progress,
  openedAt: number,
): Outcome {
  if (page.kind !== 'lesson') return before;
  const lesson = progress.lessons[page.id];
  const complete = before.complete || (lesson?.read === true && lesson.at >= openedAt);
  const right = Object.entries(progress.predictions).filter(
    ([key, made]) => key.startsWith(`${page.id}#`) && made.at >= openedAt && made.right,
  ).length;
  const score = page.predictions === 0 ? (complete ? 1 : undefined) : Math.min(1, right / page.predictions);
  return { complete, passed: undefined, score };
}
