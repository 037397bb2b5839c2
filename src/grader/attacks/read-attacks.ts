import { join } from 'node:path';
import { readFolder } from '../../authoring/read-folder.ts';

const VERDICTS = ['refused', 'failed', 'sql-error', 'timeout', 'passed'] as const;
export type AttackVerdict = (typeof VERDICTS)[number];

/** One file: what is submitted to which exercise, and what must become of it. */
export interface Attack {
  /** `family/name`. */
  readonly name: string;
  readonly family: string;
  readonly exercise: string;
  /** One of several where it is a matter of which limit is met first; `passed` for the honest ones. */
  readonly verdicts: readonly AttackVerdict[];
  /** The gate's rule, where it is refused. */
  readonly rule?: string;
  /** A check that must fail, where it is graded. */
  readonly fails?: string;
  /** What stops it where the gate is left out: a check's id, `sql-error`, `timeout` or `fault`. */
  readonly behind?: string;
  readonly sql: string;
}

function header(text: string, key: string): string | undefined {
  return new RegExp(`^-- ${key}: (.+)$`, 'm').exec(text)?.[1]?.trim();
}

/** The text that is submitted: ␀ stands for NUL, which no text file should hold, and `repeat` spares long files. */
function submissionOf(body: string, repeat: string | undefined): string {
  return body.replaceAll('␀', '\0').repeat(Number(repeat ?? 1));
}

function readAttack(file: string, text: string): Attack {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => !line.startsWith('-- '));
  const head = lines.slice(0, first).join('\n');
  const body = lines.slice(first).join('\n');
  const family = file.slice(0, file.indexOf('/'));
  const exercise = header(head, 'exercise');
  const asked = (header(head, 'verdict') ?? 'passed').split(' | ');
  const verdicts = VERDICTS.filter((known) => asked.includes(known));
  if (!exercise || verdicts.length === 0 || verdicts.includes('passed') !== (family === 'honest')) {
    throw new Error(`${file} does not say which exercise it is for and what must become of it`);
  }
  const [rule, fails, behind] = ['rule', 'fails', 'behind'].map((key) => header(head, key));
  return {
    name: file.replace(/\.sql$/, ''),
    family,
    exercise,
    verdicts,
    ...(rule ? { rule } : {}),
    ...(fails ? { fails } : {}),
    ...(behind ? { behind } : {}),
    sql: submissionOf(body, header(head, 'repeat')),
  };
}

/** Every attack and every honest oddity, in the order of their names. */
export async function readAttacks(): Promise<readonly Attack[]> {
  const files = await readFolder(join(import.meta.dirname));
  return [...files].flatMap(([file, text]) => (file.endsWith('.sql') ? [readAttack(file, text)] : []));
}
