import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { atNamed } from '../authoring/user-mistake.ts';
import { type Engine, EngineFault, type FaultCode } from '../engine/engine.ts';
import type { Exercise } from '../exercise/exercise.ts';
import type { Report } from '../grader/report.ts';
import { observeStart } from '../session/start-state.ts';
import { submit } from '../session/submit.ts';
import { EXIT } from './exit.ts';
import { compareEngines, type EngineDifference, writeDifferences } from './on-server/compare-engines.ts';
import { writeReport } from './write-report.ts';

/** A fault of ours, as plain data. */
export interface Fault {
  readonly code: FaultCode;
  readonly message: string;
}

/** A file and the report on it, or the fault that kept it from having one. */
export type Graded =
  | { readonly file: string; readonly report: Report }
  | { readonly file: string; readonly fault: Fault };

/** The file itself, or the `.sql` files of a folder in the order of their names. Throws a UserMistake where neither is there. */
export async function listSubmissions(path: string): Promise<readonly string[]> {
  const found = await atNamed(path, 'name a file of SQL, or a folder of them', () => stat(path));
  if (!found.isDirectory()) return [path];
  const names = await readdir(path);
  return names
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => join(path, name));
}

/**
 * Grades files one after another on one exercise, each on a pristine database. A fault of the engine is told of the file
 * where it came, and the others are graded. Throws an EngineFault where the start cannot be observed, and a UserMistake
 * where a file cannot be read.
 */
export async function gradeFiles(
  engine: Engine,
  exercise: Exercise,
  files: readonly string[],
): Promise<readonly Graded[]> {
  const start = await observeStart(engine, exercise);
  const graded: Graded[] = [];
  for (const file of files) {
    const sql = await atNamed(file, 'mend it, or name another file', () => readFile(file, 'utf8'));
    try {
      graded.push({ file, report: await submit(engine, exercise, start, sql) });
    } catch (thrown) {
      if (!(thrown instanceof EngineFault)) throw thrown;
      graded.push({ file, fault: { code: thrown.code, message: thrown.message } });
    }
  }
  return graded;
}

const reportOf = (graded: Graded | undefined): Report | undefined =>
  graded && 'report' in graded ? graded.report : undefined;

/** Where the server's plans for the same files are not the embedded engine's; the start counts as a file. */
export function findDifferences(
  exercise: Exercise,
  embedded: readonly Graded[],
  server: readonly Graded[],
): readonly EngineDifference[] {
  return server.flatMap((graded, at) => {
    const { file } = graded;
    const [here, there] = [reportOf(embedded[at])?.evidence, reportOf(graded)?.evidence];
    if (!here || !there) return [];
    const of = (answer: string, side: 'start' | 'submission') =>
      compareEngines(exercise.id, answer, here[side].observations, there[side].observations);
    return [...(at === 0 ? of('start', 'start') : []), ...of(basename(file), 'submission')];
  });
}

const faultLine = ({ code, message }: Fault): string => `not graded, which is our fault: ${code}: ${message}`;

function verdictLine(graded: Graded): string {
  if ('fault' in graded) return faultLine(graded.fault);
  const { passed, checks, refusal } = graded.report;
  const failed = checks.filter((check) => check.state !== 'passed').map((check) => check.id);
  return passed ? 'passed' : `not yet: ${refusal ? `refused (${refusal.kind})` : failed.join(', ')}`;
}

/** One line a file: passed, what failed, or that it was not graded. */
function writeTable(graded: readonly Graded[]): string {
  const width = Math.max(...graded.map(({ file }) => file.length));
  return graded.map((one) => `${one.file.padEnd(width)}  ${verdictLine(one)}`).join('\n');
}

/** How what was graded is written: a `single` file has its whole report, several have a table. */
export interface Written {
  readonly single: boolean;
  readonly json: boolean;
  /** Only where a server graded. */
  readonly differences?: readonly EngineDifference[] | undefined;
}

/** What was graded, for a reader or as JSON. */
export function writeGraded(graded: readonly Graded[], { single, json, differences }: Written): string {
  const told = differences ? { differences } : {};
  const [first] = graded;
  if (json) {
    const one = first && 'report' in first ? first.report : { fault: first?.fault };
    const whole = single ? { ...one, ...told } : differences ? { graded, ...told } : graded;
    return JSON.stringify(whole, null, 2);
  }
  const text =
    single && first
      ? 'report' in first
        ? writeReport(first.report)
        : faultLine(first.fault)
      : writeTable(graded);
  return differences ? `${text}\n\n${writeDifferences(differences)}` : text;
}

/** The exit code of a command that graded these: a fault of ours is no verdict on anybody. */
export function exitOf(graded: readonly Graded[]): number {
  if (graded.some((one) => 'fault' in one)) return EXIT.fault;
  return graded.every((one) => reportOf(one)?.passed) ? EXIT.ok : EXIT.mistake;
}
