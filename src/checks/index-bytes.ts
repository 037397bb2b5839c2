import { z } from 'zod';
import { formatBeside } from '../plan/format-figures.ts';
import { bytes, bytesOf } from './amounts.ts';
import type { CheckKind } from './check.ts';
import type { Evidence, IndexEvidence } from './evidence.ts';
import { id, title } from './keys.ts';
import { marginTo } from './margin.ts';

const schema = z
  .strictObject({
    id,
    kind: z.literal('index-bytes'),
    title,
    'at-most': bytes.describe(
      'Most that the indexes which the submission creates may take together, e.g. 8 MB.',
    ),
  })
  .describe('A budget of disk for new indexes.');

function createdBy({ submission }: Evidence): readonly IndexEvidence[] {
  return submission.indexes.filter((index) => index.created);
}

function bytesTaken(created: readonly IndexEvidence[]): number {
  return created.reduce((sum, index) => sum + index.bytes, 0);
}

export const indexBytes: CheckKind<typeof schema> = {
  kind: 'index-bytes',
  schema,
  decidedBy: 'created',
  title: (check) => {
    const most = bytesOf(check['at-most']);
    return check.title ?? `adds at most ${formatBeside(most, most)} of indexes`;
  },
  needs: () => [],
  judge: (check, evidence) => {
    const created = createdBy(evidence);
    const taken = bytesTaken(created);
    const most = bytesOf(check['at-most']);
    const write = (amount: number) => formatBeside(amount, most);
    const figure = `${write(taken)} of ${write(most)}`;
    const list = created.map((index) => `${index.name} ${write(index.bytes)}`).join(', ');
    const message =
      created.length === 0
        ? 'No index was added.'
        : `The new indexes take ${write(taken)} (${list}); the budget is ${write(most)}.`;
    return { state: taken <= most ? 'passed' : 'failed', message, figure };
  },
  margins: (check, evidence) =>
    marginTo('at-most', 'bytes', bytesTaken(createdBy(evidence)), bytesOf(check['at-most'])),
};
