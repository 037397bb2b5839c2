import { z } from 'zod';
import { formatPlural } from '../plan/format-figures.ts';
import { rowInWords } from '../sql/compare-rows.ts';
import type { CheckKind } from './check.ts';
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

export const constraint: CheckKind<typeof schema> = {
  kind: 'constraint',
  schema,
  title: (check) => check.title ?? `keeps “${check.id.replaceAll('-', ' ')}” true`,
  needs: ({ id: name, sql, writes }) => [
    { kind: 'invariant', id: name, sql, ...(writes === undefined ? {} : { writes }) },
  ],
  judge: (check, evidence) => {
    const found = evidence.invariants.find((invariant) => invariant.id === check.id);
    if (!found) return { state: 'not-run', message: 'The invariant was not looked at.' };
    const after = check.writes === undefined ? '' : ' after the given writes';
    const first = found.sample[0];
    const example = first ? `, such as ${rowInWords(first)}` : '';
    return found.violations === 0
      ? { state: 'passed', message: `It holds${after}.` }
      : {
          state: 'failed',
          message: `${formatPlural(found.violations, 'row')} ${found.violations === 1 ? 'breaks' : 'break'} it${after}${example}.`,
          figure: formatPlural(found.violations, 'violation'),
        };
  },
};
