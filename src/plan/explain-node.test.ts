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
      'server-gather',
      '0.0.0.0',
      'Read all 1,600 pages of orders, shared by 3 processes, and threw away 1,212 of 120,000 rows.',
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
    [
      'server-sort-spills-in-each',
      '0.0',
      'Sorted 300,000 rows by big.c, big.b in 4 processes; they did not fit in work_mem, so 12 MB went through disk.',
    ],
    ['server-one-process-alone', '0.0.0.0.0.1.0', 'Read all 267 pages of orders: 20,000 rows.'],
    [
      'server-one-process-alone',
      '0.0.0.0',
      'Collected 120,000 rows into 400 partial groups in a hash table of 56 kB, each of 4 processes its own.',
    ],
    [
      'server-empty-hash-table',
      '0',
      'The hash table stayed empty, so the outer side was not read to its end.',
    ],
    [
      'server-empty-hash-table',
      '0.0',
      'Read orders from its start and stopped after 2 pages, when 1 row was enough.',
    ],
    ['server-limit-with-ties', '0', 'Passed on 5 rows and read one more.'],
    [
      'server-foreign-scan',
      '0',
      'Asked another server for remote_orders: 11,000 rows, after a filter here threw away 9,000 that had come.',
    ],
    ['server-foreign-update', '0.0', 'Had the other server do the whole Update: 4 rows.'],
    ['server-no-row-can-match', '0', 'The planner proved that no row can match, so nothing was read.'],
    ['server-merge-nothing', '0', 'Merged 0 rows into accounts: nothing to do.'],
    [
      'server-run-condition-by-partition',
      '0',
      'Gave 2,000 of 300,000 rows: in each partition those before the run condition failed, window (PARTITION BY big.a ORDER BY big.b).',
    ],
    [
      'server-run-condition-by-partition',
      '0.0.0',
      'Followed big_a for its order: 300,000 rows, 300,252 pages.',
    ],
    [
      'server-function-reads',
      '0.0',
      'Read the whole of products and what its functions read, 11,508 pages in all, and threw away 490 of 500 rows.',
    ],
    [
      'server-rows-read-again',
      '0.0.1',
      'Kept 20,000 rows in memory and read some of them again for equal keys: 199,991 in all.',
    ],
    ['bare', '0.0', 'Would read the whole of orders: an estimated 20,000 rows, at a cost of 467.'],
    [
      'asked-hash-in-each-process',
      '0.0.0.0',
      'Looked up 600,000 rows in a hash table of 10,000, each process in its own: 120,000 rows matched.',
    ],
    [
      'asked-hash-in-each-process',
      '0.0.0.0.1',
      'Built a hash table in each of 3 processes, of 10,000 rows in 480 kB of memory.',
    ],
    [
      'asked-hash-in-each-process',
      '0.0.0.0.1.0',
      'Each of 3 processes read the whole of customers and threw away 40,000 of 50,000 rows.',
    ],
    ['asked-set-operation-15', '0', 'Kept the rows in both inputs (10,000 and 600,000 rows): 10,000.'],
    [
      'asked-partition-found-by-join-15',
      '0.0.1.0',
      'Never ran: no value that was asked for can be in this partition.',
    ],
    [
      'asked-groups-under-limit',
      '0.0',
      'Collected 600,000 rows into groups in a hash table of 3 MB and gave 10 groups.',
    ],
    [
      'asked-distinct-inside-15',
      '0',
      'Made 3 groups of 60,000 rows that came in order already, holding one group at a time; the DISTINCT or ORDER BY of an aggregate was sorted on disk.',
    ],
    ['asked-join-of-nothing', '0.0', 'The outer side gave no row, so no hash table was built.'],
    [
      'asked-materialized-on-disk-15',
      '0.0.0',
      'Kept 10,000 rows on disk and handed them out 299 times, so that the node below ran once.',
    ],
    ['asked-run-condition-15', '0.0', 'Gave 10 of 12 rows: those before the run condition failed.'],
    [
      'asked-stops-early-not-run',
      '0.0.0',
      'Would follow orders_created_idx for its order and fetch each row from orders: an estimated 6,000 rows, at a cost of 26,619.',
    ],
    ['asked-delete-not-run', '0', 'Would delete rows of orders, at a cost of 51.'],
    [
      'asked-bitmap-and-not-run',
      '0.0',
      'Would keep only the places that all bitmaps below name, at a cost of 1,042.',
    ],
    [
      'asked-parallel-not-run',
      '0.0.0',
      'Would read the whole of orders and filter each row, shared by several processes: an estimated 1 row in each process, at a cost of 12,649.',
    ],
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

  it('does not take the side of a merge join that each process reads for a shared one', () => {
    const text = `Gather  (cost=1.00..90.00 rows=10 width=8) (actual time=0.1..0.9 rows=30 loops=1)
  Workers Planned: 2
  Workers Launched: 2
  ->  Merge Join  (cost=1.00..80.00 rows=10 width=4) (actual time=0.1..0.8 rows=10 loops=3)
        Merge Cond: (a.id = b.id)
        ->  Parallel Index Scan using a_id on a  (cost=0.00..8.00 rows=10 width=4) (actual time=0.1..0.2 rows=10 loops=3)
        ->  Index Scan using b_id on b  (cost=0.00..8.00 rows=90 width=4) (actual time=0.1..0.2 rows=90 loops=3)`;
    const read = readPlan(text);
    expect(read.kind === 'plan' && explainPlan(read.plan).get('0.0.1')).toBe(
      'Followed b_id for its order, each of 3 processes for itself: 270 rows.',
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
