import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { recordedPlan } from '../../plan/corpus/read-corpus.ts';
import { listNodes } from '../../plan/metrics.ts';
import { lessonOn, NODE_LESSONS } from './node-lessons.ts';

const content = join(import.meta.dirname, '../../../content');

it.each(Object.entries(NODE_LESSONS))('the lesson on %s is there and names it', (kind, lesson) => {
  expect(readFileSync(join(content, `${lesson}.mdx`), 'utf8')).toContain(kind);
});

it('leads to a page of the site', () => {
  const scan = listNodes(recordedPlan('bad-estimate').root).find(({ kind }) => kind === 'Nested Loop');
  expect(scan && lessonOn(scan)).toBe('/learn/plans/joins/');
});
