import { describe, expect, it } from 'vitest';
import { recordedPlan, recordings } from './corpus/read-corpus.ts';
import { explainPlan } from './explain-node.ts';
import { howItWorks } from './how-it-works.ts';
import { listNodes } from './metrics.ts';
import { readPlan } from './read-plan.ts';

it.each(recordings.map(({ name }) => name))(
  '%s: every node has a sentence and a longer explanation',
  (name) => {
    const plan = recordedPlan(name);
    const sentences = explainPlan(plan);
    for (const node of listNodes(plan.root)) {
      const sentence = sentences.get(node.id) ?? '';
      expect(sentence).toMatch(/^[A-Z0-9].*\.$/);
      expect(sentence).not.toMatch(/undefined|NaN|no explanation|\bnull\b| {2}/);
      expect(sentence.length).toBeLessThan(230);
      expect(howItWorks(node), node.kind).toBeDefined();
    }
  },
);

describe('sentences speak of what is notable', () => {
  it.each([
    ['seq-scan-filter', '0', 'Read all 267 pages of orders and threw away every one of 20,000 rows.'],
    ['index-scan', '0', 'Walked orders_pkey to 1 entry and fetched its row from orders: 3 pages.'],
    [
      'index-scan-in-list',
      '0',
      'Walked orders_pkey to 4 entries in 4 searches for the values of the list and fetched each row from orders: 12 pages.',
    ],
    [
      'skip-scan',
      '0',
      'Walked orders_status_created_idx to 48 entries in 5 searches (it skips from one leading value to the next) and fetched each row from orders: 14 pages.',
    ],
    [
      'index-only-scan',
      '0',
      'Answered from orders_customer_id_idx alone: 3 pages, 110 rows; orders itself was not touched.',
    ],
    [
      'index-only-scan-heap-fetches',
      '0',
      'Read orders_customer_id_idx, but went to orders for 10 rows (9 %) on pages not marked all-visible: 13 pages, 110 rows.',
    ],
    [
      'bitmap-heap-scan',
      '0',
      'Visited the 10 pages of orders that the bitmap named, in page order, for 10 rows.',
    ],
    [
      'limit-stops-filter',
      '0.0',
      'Read orders from its start and stopped after 2 pages, when 4 rows were enough; threw away 36 of 40 rows on the way.',
    ],
    ['limit', '0', 'Read past 100 rows to pass on 3: OFFSET does not jump.'],
    [
      'nested-loop-materialize',
      '0.0',
      'Compared 100,000 pairs of rows one by one and threw away 78,700 of them: no index or hash helps this condition.',
    ],
    ['cartesian', '0.0', 'Paired each of 3 rows with each of 3 rows: there is no join condition here.'],
    ['memoize', '0.0.1', 'Answered 5,498 of 5,998 lookups from memory; only 500 went below.'],
    [
      'sort-top-n',
      '0.0',
      'Kept only the first 10 of 20,000 rows by total DESC while they came in, in 17 kB.',
    ],
    [
      'sort-external',
      '0',
      'Sorted 20,000 rows by total, id; they did not fit in work_mem, so 1.2 MB went through disk.',
    ],
    ['never-executed', '0.1', 'Never ran: the other side of the join gave no row.'],
    [
      'pruned-at-start',
      '0.0',
      'Put together the rows of 1 input: 22 rows; 3 of 4 were ruled out when the query started.',
    ],
    ['pruned-at-run-time', '0.1.1', 'Never ran: no value that was asked for can be in this partition.'],
    ['append-ordered', '0.0.1', 'Never ran: enough rows had come from the inputs before it.'],
    ['result-gate', '0.0', 'Never ran: the condition above it was false.'],
    [
      'gather-none-launched',
      '0.0',
      'Planned 2 workers and got none, so one process did all the work: 1 row.',
    ],
    [
      'insert-on-conflict-nothing',
      '0',
      'Inserted 10 of 21 rows into categories; 11 met a row that was there already and were left out.',
    ],
    [
      'cte-materialized',
      '0',
      'Read the result of paid, kept in memory, and threw away 19,999 of 20,000 rows: no index can help on a stored result.',
    ],
    [
      'recursive-union',
      '0.0',
      'Began with 2 rows and repeated the recursive part 5 times until it found nothing new: 200 rows.',
    ],
    ['timing-off', '0.1.0', 'Read all 23 pages of customers and threw away 1,950 of 2,000 rows.'],
    ['bare', '0.0', 'Would read the whole of orders: an estimated 20,000 rows, at a cost of 467.'],
  ])('%s', (name, id, sentence) => {
    expect(explainPlan(recordedPlan(name)).get(id)).toBe(sentence);
  });

  it('does not count pages or say where rows were kept where EXPLAIN did not', () => {
    const text = `Nested Loop  (cost=4.00..90.00 rows=10 width=8) (actual time=0.1..0.9 rows=10 loops=1)
  ->  Bitmap Heap Scan on a  (cost=4.00..8.00 rows=10 width=4) (actual time=0.1..0.2 rows=10 loops=1)
        Recheck Cond: (x = 1)
        ->  Bitmap Index Scan on a_x  (cost=0.00..4.00 rows=10 width=0) (actual time=0.1..0.1 rows=10 loops=1)
              Index Cond: (x = 1)
  ->  Materialize  (cost=0.00..2.00 rows=1 width=4) (actual time=0.0..0.0 rows=1 loops=10)
        ->  Seq Scan on b  (cost=0.00..2.00 rows=1 width=4) (actual time=0.0..0.0 rows=1 loops=1)`;
    const read = readPlan(text);
    const sentences = read.kind === 'plan' ? explainPlan(read.plan) : undefined;
    expect(sentences?.get('0.0')).toBe(
      'Visited the pages of a that the bitmap named, in page order, for 10 rows.',
    );
    expect(sentences?.get('0.1')).toBe(
      'Kept 1 row and handed them out 10 times, so that the node below ran once.',
    );
  });

  it('names only the first of many sort keys', () => {
    const keys = Array.from({ length: 30 }, (_, at) => `a_rather_long_column_${at}`);
    const plan = [{ Plan: { 'Node Type': 'Sort', 'Sort Key': keys, 'Actual Rows': 3, 'Actual Loops': 1 } }];
    const read = readPlan(plan);
    expect(read.kind === 'plan' && explainPlan(read.plan).get('0')).toBe(
      'Sorted 0 rows by a_rather_long_column_0, a_rather_long_column_1, a_rather_long_column_2 and 27 more.',
    );
  });

  it('says so where it does not know a node', () => {
    const read = readPlan([{ Plan: { 'Node Type': 'Quantum Scan', 'Actual Rows': 3, 'Actual Loops': 1 } }]);
    const sentences = read.kind === 'plan' ? explainPlan(read.plan) : undefined;
    expect(sentences?.get('0')).toContain('there is no explanation for it here. It gave 3 rows.');
  });
});
