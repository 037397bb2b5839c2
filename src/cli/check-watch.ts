import { existsSync, unwatchFile, watchFile } from 'node:fs';
import { relative, resolve } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { watchTrees } from '../authoring/watch-trees.ts';
import { formatPlural } from '../plan/format-figures.ts';
import { checkCourseAt, listProblems, readCourse } from './check-run.ts';
import type { Places } from './places.ts';
import { AuthorMistakes, type Problem, sortProblems } from './problems.ts';
import { idsOf } from './unknown-ids.ts';

/** Editors write a file in several steps. */
const SETTLE_MS = 60;
/** How often the course file is looked at, which is not in the folders that are watched. */
const CONFIG_MS = 300;

export interface WatchRound {
  /** What changed: lessons, exercises and datasets, by id. */
  readonly ids: readonly string[];
  /** What changed and is not there any more, by id. */
  readonly gone: readonly string[];
  readonly problems: readonly Problem[];
  readonly ms: number;
  /** Whether databases were used, or only files looked at. */
  readonly ran: boolean;
}

/** The lesson, exercise or dataset that a changed file belongs to; empty for a configuration and other files. */
export function idOfFile(places: Pick<Places, 'content' | 'exercises'>, path: string): string {
  const within = (folder: string) => (path.startsWith(`${folder}/`) ? relative(folder, path) : undefined);
  const exercise = within(places.exercises);
  if (exercise !== undefined) return /^(_datasets\/[^/.][^/]*|[^_.][^/]*)/.exec(exercise)?.[0] ?? '';
  const lesson = within(places.content);
  return lesson !== undefined && /\.mdx?$/.test(lesson) ? lesson.replace(/\.mdx?$/, '') : '';
}

/** Folders of the course that were taken away since. */
function missing({ root, content, exercises }: Places): readonly Problem[] {
  return [content, exercises]
    .filter((folder) => !existsSync(folder))
    .map((folder) => ({
      file: relative(root, folder),
      line: 1,
      what: 'this folder of the course is not there',
      fix: 'put it back; it is watched for',
    }));
}

async function look(places: Places, changed: readonly string[]): Promise<WatchRound> {
  const began = performance.now();
  const checked = await readCourse(places);
  const known = idsOf(checked);
  const all = sortProblems([
    ...places.problems,
    ...(places.problems.length > 0 ? [] : missing(places)),
    ...[...checked.problems.values()].flat(),
  ]);
  return {
    ids: changed.filter((id) => known.includes(id)),
    gone: changed.filter((id) => !known.includes(id)),
    problems: all,
    ms: performance.now() - began,
    ran: false,
  };
}

/** Checks the files of the whole course. Well under a second: no database is opened. */
export function checkFilesNow(places: Places): Promise<WatchRound> {
  return look(places, []);
}

/** The same while files may be going away: what is gone in the middle of it is looked at once more. */
async function lookAgain(places: Places, changed: readonly string[], left = 10): Promise<WatchRound> {
  try {
    return await look(places, changed);
  } catch (thrown) {
    const isGone = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
    if (!isGone || left === 0) throw thrown;
    await later(SETTLE_MS);
    return lookAgain(places, changed, left - 1);
  }
}

type Tell = (round: WatchRound) => void;
type Fail = (thrown: unknown) => void;

async function runWhatChanged(places: Places, ids: readonly string[]): Promise<WatchRound> {
  const began = performance.now();
  const { problems } = await checkCourseAt(places, { ids, figures: false, files: false }, () => {});
  return { ids, gone: [], problems, ms: performance.now() - began, ran: true };
}

/**
 * Watches a course’s folders. After each change the files are checked at once, then (where `run` says so) what changed is
 * run; a change in the meantime is taken up afterwards. What a round fails of is told to `fail`. Returns a function that
 * ends it.
 */
export function watchCourse(places: Places, run: boolean, tell: Tell, fail: Fail): () => void {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let working = false;
  let ended = false;

  /** What is to be run still: where something changes before that, it is run with that. */
  const waiting = new Set<string>();
  const workThrough = async (): Promise<void> => {
    while (changed.size > 0 && !ended) {
      const paths = [...changed];
      changed.clear();
      const about = [...new Set(paths.map((path) => idOfFile(places, path)).filter(Boolean))];
      const files = await lookAgain(places, about);
      if (ended) return;
      tell(files);
      for (const id of files.ids) waiting.add(id);
      for (const id of files.gone) waiting.delete(id);
      if (!run || waiting.size === 0 || changed.size > 0) continue;
      const ids = [...waiting];
      waiting.clear();
      const ran = await runWhatChanged(places, ids);
      if (!ended) tell(ran);
    }
  };
  const round = async (): Promise<void> => {
    if (working) return;
    working = true;
    try {
      await workThrough();
    } finally {
      working = false;
    }
  };
  const stop = watchTrees([...new Set([places.content, places.exercises])], (path) => {
    if (/(^|\/)\.[^/]*$|~$/.test(path)) return;
    changed.add(path.replaceAll('\\', '/'));
    clearTimeout(timer);
    timer = setTimeout(() => round().catch(fail), SETTLE_MS);
  });
  return () => {
    ended = true;
    clearTimeout(timer);
    stop();
  };
}

/**
 * Checks the files of the course that `find` finds, and watches it. After its course file has changed, the course is found
 * anew. Throws where there is none at first; returns a function that ends it.
 */
export async function followCourse(find: () => Places, run: boolean, tell: Tell, fail: Fail) {
  const first = find();
  const file = resolve(first.root, first.configFile.file);
  tell(await checkFilesNow(first));
  let stop = watchCourse(first, run, tell, fail);
  let turn = 0;
  const again = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    stop();
    stop = () => {};
    try {
      const places = find();
      const files = await lookAgain(places, []);
      // The course file changed once more meanwhile, or nobody follows any more.
      if (mine !== turn) return;
      tell(files);
      stop = watchCourse(places, run, tell, fail);
    } catch (thrown) {
      if (!(thrown instanceof AuthorMistakes)) throw thrown;
      tell({ ids: [], gone: [], problems: thrown.problems, ms: 0, ran: false });
    }
  };
  watchFile(file, { interval: CONFIG_MS }, () => void again().catch(fail));
  return () => {
    turn += 1;
    unwatchFile(file);
    stop();
  };
}

const isDataset = (id: string): boolean => id.startsWith('_datasets/');

/** One round as a person reads it in a terminal. */
export function writeRound({ ids, gone, problems, ms, ran }: WatchRound): string {
  const named = [...ids, ...gone.map((id) => `${id} (taken away)`)];
  const about = named.length > 0 ? `${named.join(', ')}: ` : '';
  const how = ran ? 'run' : 'files checked';
  const count = problems.length === 0 ? 'no problem' : formatPlural(problems.length, 'problem');
  const data = ran && ids.some(isDataset) ? '; npm run check runs what stands on these data' : '';
  return `${listProblems(problems)}${about}${count}, ${how} in ${Math.round(ms)} ms${data}`;
}
