import { watch } from 'node:fs';
import { relative } from 'node:path';
import { checkCourseAt, listProblems, readCourse } from './check-run.ts';
import type { Places } from './places.ts';
import { type Problem, sortProblems } from './problems.ts';

/** Editors write a file in several steps. */
const SETTLE_MS = 60;

export interface WatchRound {
  /** What changed: lessons and exercises, by id. */
  readonly ids: readonly string[];
  readonly problems: readonly Problem[];
  readonly ms: number;
  /** Whether databases were used, or only files looked at. */
  readonly ran: boolean;
}

/** The lesson or exercise that a changed file belongs to; empty for a dataset, a configuration and other files. */
export function idOfFile(places: Pick<Places, 'content' | 'exercises'>, path: string): string {
  const within = (folder: string) => (path.startsWith(`${folder}/`) ? relative(folder, path) : undefined);
  const exercise = within(places.exercises);
  if (exercise !== undefined) return /^[^_.][^/]*(?=\/)/.exec(exercise)?.[0] ?? '';
  const lesson = within(places.content);
  return lesson !== undefined && /\.mdx?$/.test(lesson) ? lesson.replace(/\.mdx?$/, '') : '';
}

/** Checks the files of the whole course. Well under a second: no database is opened. */
export async function checkFilesNow(places: Places): Promise<WatchRound> {
  const began = performance.now();
  const { problems } = await readCourse(places);
  const all = sortProblems([...places.problems, ...[...problems.values()].flat()]);
  return { ids: [], problems: all, ms: performance.now() - began, ran: false };
}

/**
 * Watches a course’s folders. After each change the files are checked at once, then (where `run` says so) what changed is
 * run; a change in the meantime is taken up afterwards. What a round or the watching itself fails of is told to `fail`.
 * Returns a function that ends it.
 */
export function watchCourse(
  places: Places,
  run: boolean,
  tell: (round: WatchRound) => void,
  fail: (thrown: unknown) => void,
): () => void {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let working = false;

  const round = async (): Promise<void> => {
    if (working) return;
    working = true;
    try {
      await workThrough();
    } finally {
      working = false;
    }
  };
  const workThrough = async (): Promise<void> => {
    while (changed.size > 0) {
      const paths = [...changed];
      changed.clear();
      const ids = [...new Set(paths.map((path) => idOfFile(places, path)).filter(Boolean))];
      const files = await checkFilesNow(places);
      tell({ ...files, ids });
      if (!run || ids.length === 0 || changed.size > 0) continue;
      const began = performance.now();
      const asked = { ids, figures: false, files: false };
      const { problems } = await checkCourseAt(places, asked, () => {});
      tell({ ids, problems, ms: performance.now() - began, ran: true });
    }
  };
  const note = (folder: string) => (_: string, name: string | null) => {
    if (name === null || /(^|\/)\.|~$/.test(name)) return;
    changed.add(`${folder}/${name.replaceAll('\\', '/')}`);
    clearTimeout(timer);
    timer = setTimeout(() => round().catch(fail), SETTLE_MS);
  };
  const watchers = [...new Set([places.content, places.exercises])].map((folder) =>
    watch(folder, { recursive: true }, note(folder)).on('error', fail),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

/** One round as a person reads it in a terminal. */
export function writeRound({ ids, problems, ms, ran }: WatchRound): string {
  const about = ids.length > 0 ? `${ids.join(', ')}: ` : '';
  const how = ran ? 'run' : 'files checked';
  const count = problems.length === 0 ? 'no problem' : `${problems.length} problems`;
  return `${listProblems(problems)}${about}${count}, ${how} in ${Math.round(ms)} ms`;
}
