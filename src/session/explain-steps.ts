import { readQuerySteps } from '../plan/query-steps.ts';
import { lex } from '../sql/lex.ts';
import type { Explained } from './explain.ts';
import type { Runner } from './open-transaction.ts';

/** Takes SQLite's own EXPLAIN off the front of a statement. */
function withoutExplain(statement: string): string {
  const words = [...lex(statement)].filter(({ kind }) => kind !== 'comment').slice(0, 3);
  const isWord = (at: number, word: string) =>
    statement.slice(words[at]?.start, words[at]?.end).toLowerCase() === word;
  if (!isWord(0, 'explain')) return statement;
  return statement.slice(words[isWord(1, 'query') && isWord(2, 'plan') ? 2 : 0]?.end);
}

/** The steps of a statement, which is not run for it. */
export async function explainSteps(runner: Runner, statement: string): Promise<Explained> {
  const run = await runner.run(`explain query plan ${withoutExplain(statement)}`);
  if (run.kind === 'sql-error')
    return { kind: 'none', message: `SQLite could not explain it: ${run.error.message}` };
  if (run.kind !== 'ok')
    return { kind: 'none', message: 'The query was stopped before it had a plan to show.' };
  const rows = run.results.at(-1)?.rows ?? [];
  const steps = readQuerySteps(
    rows.map(([id, parent, , detail]) => ({ id: Number(id), parent: Number(parent), detail: detail ?? '' })),
  );
  return steps.length > 0
    ? { kind: 'steps', steps }
    : { kind: 'none', message: 'Only queries and writes of a table have steps to show.' };
}
