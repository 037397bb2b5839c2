import { UserMistake } from '../authoring/user-mistake.ts';
import { EngineFault } from '../engine/engine.ts';
import { AuthorMistakes, type Problem } from './problems.ts';

/** A fault of the engine that names the file during which it came: `exercises/a/solution.sql: the engine died`. */
const IN_FILE = /^([^:\n]+\.(?:sql|mdx)): ([\s\S]*)$/;

/** What went wrong in Planwright while it checked a file, so that the rest of the check can go on. */
export function faultProblem(file: string, thrown: unknown): Problem {
  const said = thrown instanceof Error ? thrown.message : String(thrown);
  const [, during = file, why = said] = IN_FILE.exec(said) ?? [];
  const kind = thrown instanceof EngineFault ? `${thrown.code}: ` : '';
  const what = `checking it ended in a fault of Planwright’s: ${kind}${why.trim()}`;
  const fix = 'check it again; where it comes back, report it with this line, as it is no mistake of yours';
  return { file: during, line: 1, what, fix, fault: true };
}

/**
 * Runs what may end in a fault of Planwright’s. Where the files have shown mistakes it is taken to come of them, and they
 * alone are told; otherwise it is a problem of its own. What an author or the user did wrong is thrown on.
 */
export async function catchingFaults<T>(
  file: string,
  seen: readonly Problem[],
  run: () => Promise<T>,
): Promise<T | { readonly problems: readonly Problem[] }> {
  try {
    return await run();
  } catch (thrown) {
    if (thrown instanceof AuthorMistakes || thrown instanceof UserMistake) throw thrown;
    if (thrown instanceof Error && !(thrown instanceof EngineFault)) console.error(thrown.stack);
    const explained = seen.some(({ unwritten }) => !unwritten);
    return { problems: explained ? seen : [...seen, faultProblem(file, thrown)] };
  }
}
