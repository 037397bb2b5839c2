import { z } from 'zod';
import { compareRows } from '../sql/compare-rows.ts';
import type { CheckKind, Verdict } from './check.ts';
import type { Evidence, Observation } from './evidence.ts';
import { id, title } from './keys.ts';
import { whereOf } from './observations.ts';

const schema = z
  .strictObject({
    id,
    kind: z.literal('rows'),
    title,
    ordered: z
      .boolean()
      .optional()
      .describe(
        'Whether the order counts. By default it does in a rewrite, unless the reference has no ORDER BY. Where it does, the query has to ask for it: rows that happen to come in order do not pass.',
      ),
  })
  .describe(
    'Every query returns the rows it should: those of the start, or of the reference answer on all data variants.',
  );

type RowsCheck = z.infer<typeof schema>;

function keyOf({ query, params, variant }: Observation): string {
  return JSON.stringify([query, params, variant]);
}

/** Rows of hidden parameters are not shown: they would give the parameters away. */
const HIDDEN: Readonly<Record<string, string>> = {
  'row-count': 'the result has another number of rows than it should.',
  values: 'the result has as many rows as it should, but not the same ones.',
  order: 'the rows are the right ones in another order.',
  undecided: 'the result is too large to be compared to its end.',
};

function difference(expected: Observation, seen: Observation, ordered: boolean): Verdict | undefined {
  const compared = compareRows(expected.rows, seen.rows, ordered);
  if (compared.same) return undefined;
  const where = whereOf(seen);
  const what = (seen.shown ? undefined : HIDDEN[compared.difference]) ?? compared.message;
  const message = where ? `${where}: ${what}` : what;
  if (compared.difference !== 'undecided') return { state: 'failed', message };
  const whose = expected.rows.truncated ? ' That is a mistake of the exercise, and none of yours.' : '';
  return { state: 'not-run', message: message + whose };
}

/** Rows that came in the right order by luck: only an ORDER BY around the whole query promises one. */
const BY_LUCK =
  'The rows came in the order that is asked for, but the query does not ask for it: it has no ORDER BY around the whole of it, and one inside brackets orders only what stands there. With another plan, or on the next version of PostgreSQL, they may come in another.';

function orderedByLuck(expected: readonly Observation[], { submissionOrdered }: Evidence): boolean {
  return submissionOrdered === false && expected.some(({ rows }) => rows.count > 1);
}

function judgeRows(check: RowsCheck, evidence: Evidence): Verdict {
  const expected = evidence.reference ?? evidence.start.observations;
  const ordered = check.ordered ?? (evidence.reference !== undefined && evidence.referenceOrdered !== false);
  const runs = new Map(evidence.submission.observations.map((seen) => [keyOf(seen), seen]));
  if (expected.length === 0 || !expected.every((one) => runs.has(keyOf(one)))) {
    return { state: 'not-run', message: 'Not every query was run with every value.' };
  }
  const byEase = [...expected].sort((a, b) => Number(b.shown) - Number(a.shown));
  const differences = byEase.flatMap((one) => {
    const seen = runs.get(keyOf(one));
    return (seen && difference(one, seen, ordered)) ?? [];
  });
  const told = differences.find(({ state }) => state === 'failed') ?? differences[0];
  if (!told && ordered && orderedByLuck(expected, evidence)) return { state: 'failed', message: BY_LUCK };
  return (
    told ?? {
      state: 'passed',
      message: `${expected.length === 1 ? 'The result is' : `All ${expected.length} results are`} as asked for.`,
    }
  );
}

export const rows: CheckKind<typeof schema> = {
  kind: 'rows',
  schema,
  decidedBy: 'rows',
  title: (check) => check.title ?? 'returns the right rows',
  needs: () => [],
  judge: judgeRows,
};
