import { UserMistake } from '../authoring/user-mistake.ts';
import { EngineFault } from '../engine/engine.ts';
import { AuthorMistakes } from './problems.ts';

/** How every command ends: 0 as asked, 1 somebody's mistake (an author's, a learner's, the user's), 2 a fault of ours. */
export const EXIT = { ok: 0, mistake: 1, fault: 2 } as const;

/** Ends the process once everything written has left it: a pipe takes 64 kB at a time. */
function end(code: number): void {
  process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
}

/** An option that a command does not have, or a value that is missing: what Node says, up to its own advice. */
function misuse(thrown: unknown): UserMistake | undefined {
  if (thrown instanceof UserMistake) return thrown;
  if (!(thrown instanceof TypeError) || !('code' in thrown)) return undefined;
  if (!String(thrown.code).startsWith('ERR_PARSE_ARGS')) return undefined;
  const [what = ''] = thrown.message.split(/\. |\n/);
  return new UserMistake(`${what.charAt(0).toLowerCase()}${what.slice(1)}`, '--help lists the options');
}

/** How a command ends that threw. */
export interface Ending {
  readonly code: number;
  /** For a person. */
  readonly lines: readonly string[];
  /** For who asked for JSON: mistakes, or a fault of ours. */
  readonly json: { readonly errors: readonly object[]; readonly fault?: string };
}

/** A mistake is told in a line, and is never the tool's fault; where a fault of ours came from is told with it. */
export function endingOf(thrown: unknown): Ending {
  const misused = misuse(thrown);
  if (misused) {
    const { what, fix, message } = misused;
    return { code: EXIT.mistake, lines: [`planwright: ${message}`], json: { errors: [{ what, fix }] } };
  }
  if (thrown instanceof AuthorMistakes)
    return { code: EXIT.mistake, lines: [thrown.message], json: { errors: thrown.problems } };
  const isEngine = thrown instanceof EngineFault;
  const fault = isEngine ? `${thrown.code}: ${thrown.message}` : String(thrown);
  const stack = thrown instanceof Error && !isEngine ? (thrown.stack ?? '') : '';
  const trace = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return { code: EXIT.fault, lines: [`planwright: ${fault}`, ...trace], json: { errors: [], fault } };
}

/** Runs a command to its exit code; whatever it throws becomes readable lines, and JSON where that was asked for. */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  try {
    end(await command());
  } catch (thrown) {
    const { code, lines, json } = endingOf(thrown);
    console.error(lines.join('\n'));
    if (process.argv.includes('--json')) console.log(JSON.stringify({ ok: false, ...json }, null, 2));
    end(code);
  }
}
