import { z } from 'zod';
import { formatPlural } from '../plan/format-figures.ts';
import { change, changedBy, shareInWords } from './amounts.ts';
import type { CheckKind } from './check.ts';
import type { Side } from './evidence.ts';
import { id, table, title } from './keys.ts';
import { marginTo } from './margin.ts';

const schema = z
  .strictObject({
    id,
    kind: z.literal('wal-per-row'),
    title,
    table: table.describe('The table that rows are inserted into.'),
    'at-most': change.describe(
      'By how much the write-ahead log of an insert may grow, e.g. +40%; -27% asks for less.',
    ),
  })
  .describe('What the submission costs every insert, in bytes of write-ahead log.');

type WalCheck = z.infer<typeof schema>;

function bytesPerRow({ table: name }: WalCheck, side: Side): number | undefined {
  return side.wal.find((wal) => wal.table === name)?.bytesPerRow;
}

function budgetOf(check: WalCheck, before: number): number {
  return changedBy(check['at-most'], before);
}

export const walPerRow: CheckKind<typeof schema> = {
  kind: 'wal-per-row',
  schema,
  decidedBy: 'created',
  title: (check) => {
    const most = check['at-most'];
    if (check.title !== undefined) return check.title;
    return most.startsWith('-')
      ? `writes at least ${shareInWords(most)} less WAL for a row of ${check.table}`
      : `writes at most ${shareInWords(most)} more WAL for a row of ${check.table}`;
  },
  needs: (check) => [{ kind: 'wal', table: check.table }],
  judge: (check, evidence) => {
    const before = bytesPerRow(check, evidence.start);
    const after = bytesPerRow(check, evidence.submission);
    if (before === undefined || after === undefined || before <= 0) {
      return { state: 'not-run', message: `The log of an insert into ${check.table} was not measured.` };
    }
    const most = budgetOf(check, before);
    const asked = `${shareInWords(check['at-most'])} ${check['at-most'].startsWith('-') ? 'less' : 'more'}`;
    const [from, to] = [Math.round(before), Math.round(after)];
    const grown = Math.round((after / before - 1) * 100);
    const how =
      grown === 0
        ? 'as much as before'
        : `${Math.abs(grown)} % ${grown > 0 ? 'more' : 'less'} than the ${from} before`;
    return {
      state: after <= most ? 'passed' : 'failed',
      message: `Each row inserted into ${check.table} writes ${formatPlural(to, 'byte')} of WAL, ${how}; the budget is ${asked} (${formatPlural(most, 'byte')}).`,
      figure: `${to} bytes, was ${from}`,
    };
  },
  margins: (check, evidence) => {
    const before = bytesPerRow(check, evidence.start);
    const after = bytesPerRow(check, evidence.submission);
    if (before === undefined || after === undefined) return [];
    return marginTo('at-most', 'bytes of WAL a row', after, budgetOf(check, before), before);
  },
};
