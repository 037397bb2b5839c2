import { appendFile, readFile } from 'node:fs/promises';
import * as z from 'zod';
import type { Verdict } from './verdict.ts';

/**
 * What has been graded so far, a line each, so that a run which was stopped goes on. Every line carries the mark of the
 * exercise and the engine that it was graded with: other exercises, or another engine, are graded anew.
 */
export interface StateFile {
  find(mark: string, key: string): Verdict | undefined;
  add(mark: string, key: string, verdict: Verdict): Promise<void>;
}

const check = z.object({
  id: z.string(),
  title: z.string(),
  state: z.enum(['passed', 'failed', 'not-run', 'inconclusive']),
  message: z.string(),
});
const verdict = z.object({
  outcome: z.enum(['passed', 'failed', 'inconclusive', 'refused', 'sql-error', 'timeout']),
  checks: z.array(check),
  misconceptions: z.array(z.object({ id: z.string(), title: z.string(), message: z.string() })),
  reason: z.string(),
  evidenceHash: z.string(),
});
const line = z.object({ mark: z.string(), key: z.string(), verdict });

function readLine(text: string): z.infer<typeof line> | undefined {
  try {
    return line.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Opens the file, which need not be there. A line that was cut short when the run was stopped is left out. */
export async function openStateFile(path: string): Promise<StateFile> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const verdicts = new Map<string, Verdict>();
  for (const read of text.split('\n').map(readLine)) {
    if (read) verdicts.set(`${read.mark} ${read.key}`, read.verdict);
  }
  // A line that was cut short must not swallow the next one.
  if (text !== '' && !text.endsWith('\n')) await appendFile(path, '\n');
  return {
    find: (mark, key) => verdicts.get(`${mark} ${key}`),
    async add(mark, key, graded) {
      verdicts.set(`${mark} ${key}`, graded);
      await appendFile(path, `${JSON.stringify({ mark, key, verdict: graded })}\n`);
    },
  };
}
