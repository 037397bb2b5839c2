import { mergeProgress } from '../../progress/merge.ts';
import { emptyProgress, type Parsed, type Progress, parseProgress } from '../../progress/progress.ts';
import { type Shelf, storageKey } from '../../progress/store.ts';
import type { PackagedPage } from './outcome.ts';

/**
 * Whose work the page shows. Packages of one course system share one storage of the browser, and so do the learners who
 * use that browser: each learner's progress has a key of its own, which never holds another's, and the course system keeps
 * a copy that follows the learner to other browsers.
 */

/** What SCORM 1.2 lets a page keep in `cmi.suspend_data`, in characters. */
const MOST_KEPT = 4096;

/** Earlier packages moved progress between the keys, and noted here whose it is that lies under the common one. */
const OWNER = 'planwright.learner';

/** Under which the storage holds a learner's progress. Nothing is moved, as a full storage would not let it be. */
export function keyOf(shelf: Shelf | undefined, learner: string): string {
  return (readFrom(shelf, OWNER) ?? '') === learner ? storageKey : `${storageKey}.of.${learner}`;
}

/** What is under a key; null also where the browser does not say. */
function readFrom(shelf: Shelf | undefined, key: string): string | null {
  try {
    return shelf?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

/** Whether it could be written. */
function writeTo(shelf: Shelf | undefined, key: string, text: string): boolean {
  try {
    shelf?.setItem(key, text);
    return shelf !== undefined;
  } catch {
    return false;
  }
}

function only<T>(record: Readonly<Record<string, T>>, mine: (key: string) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => mine(key)));
}

function select(progress: Progress, wanted: (belongs: boolean) => boolean, { id }: PackagedPage): Progress {
  const exact = (key: string) => wanted(key === id);
  return {
    ...progress,
    exercises: only(progress.exercises, exact),
    lessons: only(progress.lessons, exact),
    predictions: only(progress.predictions, (key) => wanted(key.startsWith(`${id}#`))),
  };
}

/** The part of the progress that is about the page in the package. */
function partOf(progress: Progress, page: PackagedPage): Progress {
  return { ...select(progress, (belongs) => belongs, page), cards: {}, cardTimes: {} };
}

function isEmpty({ exercises, lessons, predictions }: Progress): boolean {
  return [exercises, lessons, predictions].every((record) => Object.keys(record).length === 0);
}

/** The page's part as a text for the course system; of what is too long, the scratch text goes first, then the others. */
export function packPart(progress: Progress, page: PackagedPage): string {
  const part = partOf(progress, page);
  const { scratch: _, scratchAt: __, ...exercise } = part.exercises[page.id] ?? { state: 'open', tries: 0 };
  const { state, tries, passedAt } = exercise;
  const shorter = [
    part,
    { ...part, exercises: { [page.id]: exercise } },
    {
      ...part,
      exercises: { [page.id]: { state, tries, ...(passedAt === undefined ? {} : { passedAt }) } },
    },
  ];
  if (isEmpty(part)) return '';
  return shorter.map((each) => JSON.stringify(each)).find((text) => text.length <= MOST_KEPT) ?? '';
}

/** Who opens the page, and what the course system has kept of an earlier visit. */
export interface Visit {
  readonly learner: string;
  readonly kept: string;
  /** An attempt that begins: what this learner did on the page before is no part of it. */
  readonly fresh: boolean;
}

/** What a text holds, or that there is none. */
export type Found = Parsed | { readonly kind: 'none' };

function read(text: string | null): Found {
  return text === null || text === '' ? { kind: 'none' } : parseProgress(text);
}

function progressIn(found: Found): Progress {
  return found.kind === 'ok' ? found.progress : emptyProgress;
}

/** What a page begins with. */
export interface Beginning {
  /** Under which the storage holds this learner's progress, for the page's own store. */
  readonly key: string;
  /** What the storage did not take of what the course system kept: the page begins with it all the same. */
  readonly handed: Progress | undefined;
  /** The page's part; undefined where there is none. */
  readonly part: Progress | undefined;
  /** What the course system kept: a newer version's is not replaced, and one that cannot be read not before there is more. */
  readonly kept: Found['kind'];
}

/** Brings the learner's progress up to the visit, before the page reads it. Never throws. */
export function beginVisit(shelf: Shelf | undefined, page: PackagedPage, visit: Visit): Beginning {
  const key = keyOf(shelf, visit.learner);
  const found = read(readFrom(shelf, key));
  const kept = read(visit.kept);
  const here = progressIn(found);
  const before = visit.fresh ? select(here, (belongs) => !belongs, page) : here;
  const now = mergeProgress(before, progressIn(kept));
  // What a newer version wrote, or what cannot be read, is for the page's own store to deal with.
  const mine = found.kind === 'ok' || found.kind === 'none';
  const written = mine && writeTo(shelf, key, JSON.stringify(now));
  const part = partOf(now, page);
  return {
    key,
    handed: written || kept.kind !== 'ok' ? undefined : kept.progress,
    part: isEmpty(part) ? undefined : part,
    kept: kept.kind,
  };
}
