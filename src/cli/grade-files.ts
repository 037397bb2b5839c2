import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Engine } from '../engine/engine.ts';
import type { Exercise } from '../exercise/exercise.ts';
import type { Report } from '../grader/report.ts';
import { observeStart } from '../session/start-state.ts';
import { submit } from '../session/submit.ts';
import { compareEngines, type EngineDifference } from './on-server/compare-engines.ts';

export interface Graded {
  readonly file: string;
  readonly report: Report;
}

/** The file itself, or the `.sql` files of a folder in the order of their names. */
export async function listSubmissions(path: string): Promise<readonly string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const names = await readdir(path);
  return names
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => join(path, name));
}

/** Grades files one after another on one exercise, each on a pristine database. */
export async function gradeFiles(
  engine: Engine,
  exercise: Exercise,
  files: readonly string[],
): Promise<readonly Graded[]> {
  const start = await observeStart(engine, exercise);
  const graded: Graded[] = [];
  for (const file of files) {
    graded.push({ file, report: await submit(engine, exercise, start, await readFile(file, 'utf8')) });
  }
  return graded;
}

/** Where the server's plans for the same files are not the embedded engine's; the start counts as a file. */
export function findDifferences(
  exercise: Exercise,
  embedded: readonly Graded[],
  server: readonly Graded[],
): readonly EngineDifference[] {
  return server.flatMap(({ file, report }, at) => {
    const [here, there] = [embedded[at]?.report.evidence, report.evidence];
    if (!here || !there) return [];
    const of = (answer: string, side: 'start' | 'submission') =>
      compareEngines(exercise.id, answer, here[side].observations, there[side].observations);
    return [...(at === 0 ? of('start', 'start') : []), ...of(basename(file), 'submission')];
  });
}

/** One line a file: passed, or what failed. */
export function writeTable(graded: readonly Graded[]): string {
  const width = Math.max(...graded.map(({ file }) => file.length));
  return graded
    .map(({ file, report }) => {
      const failed = report.checks.filter((check) => check.state !== 'passed').map((check) => check.id);
      const why = report.refusal ? `refused (${report.refusal.kind})` : failed.join(', ');
      return `${file.padEnd(width)}  ${report.passed ? 'passed' : `not yet: ${why}`}`;
    })
    .join('\n');
}
