import { stat } from 'node:fs/promises';

/** What somebody asked a command for and cannot have, as one sentence with what to write instead. `runCommand` tells it. */
export class UserMistake extends Error {
  readonly what: string;
  readonly fix: string;

  constructor(what: string, fix: string) {
    super(`${what}. Fix: ${fix}.`);
    this.what = what;
    this.fix = fix;
  }
}

/** What the system says of a path, in words; what is not here is no mistake of whoever named the path. */
const REFUSALS: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: (path) => `there is no ${path}`,
  ENOTDIR: (path) => `${path} lies in a file, and not in a folder`,
  EISDIR: (path) => `${path} is a folder, and not a file`,
  EEXIST: (path) => `${path} is a file, and not a folder`,
  EACCES: (path) => `this user may not use ${path}`,
  EPERM: (path) => `this user may not use ${path}`,
  EROFS: (path) => `${path} cannot be written`,
  ENOSPC: (path) => `there is no room for ${path}`,
};

/** Does something with a path that somebody named. Where the system refuses it, that is a UserMistake with this fix. */
export async function atNamed<T>(path: string, fix: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
    const refusal = REFUSALS[code];
    if (!refusal) throw thrown;
    throw new UserMistake(refusal(path), fix);
  }
}

function noneAsUndefined(thrown: unknown): undefined {
  if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT')) throw thrown;
}

/** Throws a UserMistake where a path that somebody named is not a folder that is there. */
export async function needFolder(path: string, fix: string): Promise<void> {
  const found = await atNamed(path, fix, () => stat(path).catch(noneAsUndefined));
  if (found?.isDirectory()) return;
  throw new UserMistake(found ? `${path} is a file, and not a folder` : `there is no folder ${path}`, fix);
}
