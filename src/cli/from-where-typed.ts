import { isAbsolute, join, relative } from 'node:path';

/**
 * The path of a file that was named on the command line, from the folder in which the command runs: npm runs it in the
 * project's folder, wherever it was typed.
 */
export function fromWhereTyped(path: string): string {
  const here = process.cwd();
  return isAbsolute(path) ? path : join(relative(here, process.env.INIT_CWD ?? here), path);
}
