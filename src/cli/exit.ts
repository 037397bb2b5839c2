import { EngineFault } from '../engine/engine.ts';
import { AuthorMistakes } from './problems.ts';

/** How every command ends: 0 as asked, 1 somebody's mistake (an author's, a learner's), 2 a fault of ours. */
export const EXIT = { ok: 0, mistake: 1, fault: 2 } as const;

/** Ends the process once everything written has left it: a pipe takes 64 kB at a time. */
function end(code: number): void {
  process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
}

/** An option that a command does not have, or a value that is missing: what Node says, up to its own advice. */
function misuse(thrown: unknown): string | undefined {
  if (!(thrown instanceof TypeError) || !('code' in thrown)) return undefined;
  if (!String(thrown.code).startsWith('ERR_PARSE_ARGS')) return undefined;
  const [what = ''] = thrown.message.split(/\. |\n/);
  return `${what.charAt(0).toLowerCase()}${what.slice(1)}. Fix: --help lists the options.`;
}

/** Who asked for JSON gets JSON here too. */
function tellMistakes({ message, problems }: AuthorMistakes): void {
  console.error(message);
  if (process.argv.includes('--json')) console.log(JSON.stringify({ ok: false, errors: problems }, null, 2));
}

/** Runs a command to its exit code; a fault becomes one readable line. */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  try {
    end(await command());
  } catch (thrown) {
    const misused = misuse(thrown);
    if (misused !== undefined) {
      console.error(`planwright: ${misused}`);
      return end(EXIT.mistake);
    }
    if (thrown instanceof AuthorMistakes) {
      tellMistakes(thrown);
      return end(EXIT.mistake);
    }
    const fault = thrown instanceof EngineFault ? `${thrown.code}: ${thrown.message}` : String(thrown);
    console.error(`planwright: ${fault}`);
    if (thrown instanceof Error && !(thrown instanceof EngineFault)) console.error(thrown.stack);
    end(EXIT.fault);
  }
}
