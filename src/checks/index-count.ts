import { z } from 'zod';
import { formatPlural } from '../plan/format-figures.ts';
import type { CheckKind } from './check.ts';
import { id, title } from './keys.ts';

const schema = z
  .strictObject({
    id,
    kind: z.literal('index-count'),
    title,
    'at-most': z.number().int().nonnegative().describe('Most indexes that the submission may create.'),
  })
  .describe('A budget of new indexes.');

export const indexCount: CheckKind<typeof schema> = {
  kind: 'index-count',
  schema,
  decidedBy: 'created',
  title: (check) => check.title ?? `adds at most ${formatPlural(check['at-most'], 'index', 'indexes')}`,
  needs: () => [],
  judge: (check, evidence) => {
    const created = evidence.submission.indexes.filter((index) => index.created);
    const count = formatPlural(created.length, 'index', 'indexes');
    const names = created.length === 0 ? '' : ` (${created.map(({ name }) => name).join(', ')})`;
    return {
      state: created.length <= check['at-most'] ? 'passed' : 'failed',
      message: `The submission adds ${count}${names}; the budget is ${check['at-most']}.`,
      figure: count,
    };
  },
};
