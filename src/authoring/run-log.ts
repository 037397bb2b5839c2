/** What is known of a page's answers or blocks: when they were last run, and whether something was saved since. */
export interface LastRun {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly savedSince: boolean;
}

export type LastRuns = Readonly<Record<string, LastRun>>;

/** What the server tells the panel. */
export interface Told<Finding> {
  readonly findings: readonly Finding[];
  readonly runs: LastRuns;
}

export interface RunLog {
  /** Files of these pages were saved; none means a file that any page may depend on. */
  saved(ids: readonly string[], at: number): void;
  /** A run of a page that began then has come to its end. */
  ran(id: string, began: number): void;
  lastRuns(): LastRuns;
}

/** Keeps when each page was run and saved, for as long as the server lives. */
export function createRunLog(): RunLog {
  const runs = new Map<string, number>();
  const saves = new Map<string, number>();
  let savedForAll = 0;
  return {
    saved(ids, at) {
      if (ids.length === 0) savedForAll = at;
      for (const id of ids) saves.set(id, at);
    },
    ran: (id, began) => void runs.set(id, began),
    lastRuns: () =>
      Object.fromEntries(
        [...runs].map(([id, at]) => {
          const saved = Math.max(savedForAll, saves.get(id) ?? 0);
          return [id, { at, savedSince: saved >= at }];
        }),
      ),
  };
}

/** `answers not graded since the last save; last graded at 17:01:10`: what the files alone cannot tell. */
export function runInWords(kind: 'exercise' | 'lesson', run: LastRun | undefined): string {
  const [what, done] = kind === 'exercise' ? ['Answers', 'graded'] : ['Blocks', 'run'];
  if (!run) return `${what} not ${done} since this server started.`;
  const time = new Date(run.at).toLocaleTimeString('en-GB');
  return run.savedSince
    ? `${what} not ${done} since the last save; last ${done} at ${time}.`
    : `${what} ${done} at ${time}, after the last save.`;
}
