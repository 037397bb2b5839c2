import { exerciseProgress, type Progress } from './progress.ts';

/** A page of the course, in the course's order. */
export interface CoursePage {
  readonly kind: 'lesson' | 'exercise';
  readonly id: string;
}

/** When a page was finished, and when it was left unfinished, where it was. */
interface Traces {
  readonly done?: number;
  readonly left?: number;
}

function tracesOf(progress: Progress, { kind, id }: CoursePage): Traces {
  if (kind === 'lesson') {
    const lesson = Object.hasOwn(progress.lessons, id) ? progress.lessons[id] : undefined;
    return lesson?.read ? { done: lesson.at } : {};
  }
  const { state, passedAt = 0, draftAt = 0, scratchAt = 0 } = exerciseProgress(progress, id);
  const left = Math.max(draftAt, scratchAt);
  if (state === 'passed') return { done: passedAt };
  return left === 0 ? {} : { left };
}

/**
 * Where the reader was: the exercise that was left last, or the page of its kind that follows the one finished last,
 * whichever is the more recent. Undefined where nothing was begun, or all that follows is done.
 */
export function pageToGoOnWith<Page extends CoursePage>(
  progress: Progress,
  pages: readonly Page[],
): Page | undefined {
  const all = pages.map((page) => ({ page, ...tracesOf(progress, page) }));
  const candidates = all.flatMap(({ page, done, left }, at) => {
    if (left !== undefined) return [{ page, when: left }];
    if (done === undefined) return [];
    const next = all.slice(at + 1).find((later) => later.page.kind === page.kind && later.done === undefined);
    return next ? [{ page: next.page, when: done }] : [];
  });
  return candidates.reduce<(typeof candidates)[number] | undefined>(
    (last, one) => (last === undefined || one.when > last.when ? one : last),
    undefined,
  )?.page;
}
