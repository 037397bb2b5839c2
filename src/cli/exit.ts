import { EngineFault } from '../engine/engine.ts';

/** How every command ends: 0 as asked, 1 somebody's mistake (an author's, a learner's), 2 a fault of ours. */
export const EXIT = { ok: 0, mistake: 1, fault: 2 } as const;

/** Ends the process once everything written has left it: a pipe takes 64 kB at a time. */
function end(code: number): void {
  process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
}

/** Runs a command to its exit code; a fault becomes one readable line. */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  try {
    end(await command());
  } catch (thrown) {
    const fault = thrown instanceof EngineFault ? `${thrown.code}: ${thrown.message}` : String(thrown);
    console.error(`planwright: ${fault}`);
    if (thrown instanceof Error && !(thrown instanceof EngineFault)) console.error(thrown.stack);
    end(EXIT.fault);
  }
}
