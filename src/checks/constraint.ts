import { z } from 'zod';
import type { Cell } from '../engine/engine.ts';
import { formatPlural } from '../plan/format-figures.ts';
import { rowInWords } from '../sql/compare-rows.ts';
import type { CheckKind, Verdict } from './check.ts';
import type { Evidence, InvariantEvidence } from './evidence.ts';
import { id, title } from './keys.ts';

const schema = z
  .strictObject({
    id,
    kind: z.literal('constraint'),
    title,
    sql: z
      .string()
      .min(1)
      .describe('A SELECT that returns the rows which break the invariant; it must return none.'),
    writes: z
      .string()
      .min(1)
      .optional()
      .describe('SQL that runs first, in a transaction that is rolled back.'),
  })
  .describe('An invariant that must hold, also after given writes.');

type Check = z.infer<typeof schema>;

/** What PostgreSQL answers to a write that a rule forbids: duplicates, exclusions, checks, foreign keys. */
export const INTEGRITY = /^23/;

/** So many rows are told whole. */
const FEW = 3;

/** What a row says: one that is a text of the author's own, as it is. */
function rowAsTold(row: readonly Cell[]): string {
  const [only] = row;
  return row.length === 1 && only && !/^-?[\d.]+$/.test(only) ? `“${only}”` : rowInWords(row);
}

function examples({ violations, sample }: InvariantEvidence): string {
  const [first] = sample;
  if (first === undefined) return '';
  return violations <= FEW && sample.length === violations
    ? `: ${sample.map(rowAsTold).join(', ')}`
    : `, such as ${rowAsTold(first)}`;
}

/**
 * Writes that a rule refuses leave the data as it was, and the invariant is judged on that: it asks as well for what must
 * still be possible. Any other error is no rule; nothing could be written at all.
 */
function judge(check: Check, evidence: Evidence): Verdict {
  const found = evidence.invariants.find((invariant) => invariant.id === check.id);
  if (!found) return { state: 'not-run', message: 'The invariant was not looked at.' };
  const { error, violations } = found;
  if (error && !INTEGRITY.test(error.sqlstate)) {
    return {
      state: 'failed',
      message: `The given writes ended in an error that is no rule of the data: ${error.message}.${error.hint ? ` ${error.hint}` : ''}`,
      figure: error.sqlstate,
    };
  }
  const refused = error ? ` They were refused: ${error.message}.` : '';
  const after = check.writes === undefined ? '' : ' after the given writes';
  if (violations === 0) return { state: 'passed', message: `It holds${after}.${refused}` };
  const breaks = violations === 1 ? 'breaks' : 'break';
  return {
    state: 'failed',
    message: `${formatPlural(violations, 'row')} ${breaks} it${after}${examples(found)}.${refused}`,
    figure: formatPlural(violations, 'violation'),
  };
}

export const constraint: CheckKind<typeof schema> = {
  kind: 'constraint',
  schema,
  decidedBy: 'rule',
  title: (check) => check.title ?? `keeps “${check.id.replaceAll('-', ' ')}” true`,
  needs: ({ id: name, sql, writes }) => [
    { kind: 'invariant', id: name, sql, ...(writes === undefined ? {} : { writes }) },
  ],
  judge,
};
