import { describe, expect, it } from 'vitest';
import { recordedPlan } from './corpus/read-corpus.ts';
import { explainPlan } from './explain-node.ts';
import { readPlan } from './read-plan.ts';

describe('sentences of plans that only a server has: workers, partitions, older versions', () => {
  it.each([
    [
      'server-gather',
      '0.0.0.0',
      'Read all 1,600 pages of orders, shared by 3 processes, and threw away 1,212 of 120,000 rows.',
    ],
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

  it('tells partial results of partitions from those of processes', () => {
    const text = `Finalize Aggregate  (cost=37.04..37.05 rows=1 width=8) (actual rows=1.00 loops=1)
  ->  Append  (cost=18.50..37.03 rows=2 width=32) (actual rows=2.00 loops=1)
        ->  Partial Aggregate  (cost=18.50..18.51 rows=1 width=32) (actual rows=1.00 loops=1)
              ->  Seq Scan on c0 c  (cost=0.00..16.00 rows=1000 width=8) (actual rows=1000.00 loops=1)
        ->  Partial Aggregate  (cost=18.50..18.51 rows=1 width=32) (actual rows=1.00 loops=1)
              ->  Seq Scan on c1 c_1  (cost=0.00..16.00 rows=1000 width=8) (actual rows=1000.00 loops=1)`;
    const top = (plan: string) => {
      const read = readPlan(plan);
      return read.kind === 'plan' && explainPlan(read.plan).get('0');
    };
    expect(top(text)).toBe('Added up the partial result of 2 partitions.');
    expect(top(text.replace('Append', 'Gather'))).toBe('Added up the partial result of 2 processes.');
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
});
