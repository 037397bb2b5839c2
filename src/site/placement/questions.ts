/** The right choice, or a wrong one with what is said to who took it. Texts are HTML of our own. */
export type PlacementChoice =
  | { readonly html: string; readonly correct: true }
  | { readonly html: string; readonly reply: string };

/** One question of the placement: a plan recorded on the shop, and what it is read for. Texts are HTML of our own. */
export interface PlacementQuestion {
  readonly id: string;
  /** The lesson to begin with for who missed it. */
  readonly lesson: string;
  /** Run before, in the same transaction; everything is rolled back. */
  readonly before?: readonly string[];
  readonly sql: string;
  readonly question: string;
  readonly choices: readonly PlacementChoice[];
  readonly answer: string;
}

/** From the first thing to know to the last: a reader begins at the first one missed. */
export const placementQuestions: readonly PlacementQuestion[] = [
  {
    id: 'rows-read',
    lesson: 'foundations/reading-a-plan',
    sql: 'select id, total from orders where customer_id = 42',
    question: 'How many rows of <code>orders</code> did PostgreSQL look at to return these?',
    choices: [
      {
        html: 'As many as it returned',
        reply:
          'That is what comes out, <code>rows=22</code>. What was looked at and thrown away stands in a line of its own.',
      },
      { html: 'All of them: those returned and those removed', correct: true },
      {
        html: 'As many as it had pages',
        reply: '<code>Buffers</code> counts pages of 8 kB, and many rows lie on each.',
      },
    ],
    answer:
      'A Seq Scan looks at every row. <code>Rows Removed by Filter</code> are rows that were read and thrown away; together with the rows returned they are the table.',
  },
  {
    id: 'loops',
    lesson: 'foundations/analyze-and-buffers',
    before: [
      'set local enable_hashjoin = off',
      'set local enable_mergejoin = off',
      'set local enable_memoize = off',
    ],
    sql: 'select o.id, c.email from orders o join customers c on c.id = o.customer_id where o.id between 1000 and 1499',
    question: 'How many rows did the inner scan, the one of <code>customers</code>, return altogether?',
    choices: [
      {
        html: '1',
        reply: 'That is one loop’s share: <code>rows</code> is the average of the loops, not their sum.',
      },
      {
        html: '40,000, all customers',
        reply:
          'A Seq Scan of the table would bring those. This one looks up one customer at a time, by its key.',
      },
      { html: '500: one for each of its 500 loops', correct: true },
    ],
    answer:
      'The rows of a node are for one loop, on the average. It ran once for each row of the outer side, so what it returned in all is rows times loops.',
  },
  {
    id: 'behind-the-index',
    lesson: 'indexing/column-order',
    before: ['create index orders_created_at_idx on orders (created_at)'],
    sql: "select id, total from orders where status = 'pending' order by created_at limit 20",
    question: 'It uses an index and needs no sort. Why does it read so many pages for twenty rows?',
    choices: [
      {
        html: 'The index knows the time only: each order has to be fetched to see its status, until twenty fit',
        correct: true,
      },
      {
        html: 'Twenty rows lie on that many pages',
        reply: 'They lie on twenty pages at most. The rest was read for rows that were thrown away.',
      },
      {
        html: 'The index is larger than the table',
        reply: 'It holds one column, and where each row is, so it is far smaller.',
      },
    ],
    answer:
      'The status stands under <code>Filter</code>: it is tested after the row has been fetched. With the status in front of the time in the index, the twenty lie side by side.',
  },
  {
    id: 'heap-fetches',
    lesson: 'indexing/covering',
    before: [
      'create index order_items_covering on order_items (product_id) include (quantity)',
      'update order_items set price = price + 1 where id % 50 = 0',
    ],
    sql: 'select sum(quantity) from order_items where product_id = 4321',
    question: 'All columns are in the index. What are the <code>Heap Fetches</code>?',
    choices: [
      {
        html: 'Columns that were missing from the index',
        reply:
          'Were one missing, this would be an Index Scan: an Index Only Scan is planned only where the index holds all of them.',
      },
      {
        html: 'Rows whose page is not known to be visible to everybody, so that the table had to be asked',
        correct: true,
      },
      {
        html: 'Pages that were not in memory',
        reply:
          'Those stand under <code>Buffers</code> as <code>read</code>; this plan found all of its pages in memory, as <code>hit</code>.',
      },
    ],
    answer:
      'An index does not know which row versions a transaction may see. The visibility map says of whole pages that everybody may see all of them; updates clear it, and <code>VACUUM</code> sets it again.',
  },
  {
    id: 'estimate',
    lesson: 'plans/estimates',
    sql: "select c.id, o.total from customers c join orders o on o.customer_id = c.id where c.city = 'Berlin' and c.country = 'Germany' and o.id < 2000",
    question: 'Which figures show that the planner chose on a wrong idea of the data?',
    choices: [
      {
        html: 'The cost and the pages of the top node',
        reply:
          'The cost is in units of the planner’s own and the pages are counted: the two have no common measure.',
      },
      {
        html: 'Its estimate of the rows of <code>customers</code>, beside the rows that came',
        correct: true,
      },
      {
        html: 'The buffers of the two scans',
        reply: 'They say how much was read. The planner’s idea of the data is its guess of the rows.',
      },
    ],
    answer:
      'Everything above a scan is planned on its estimate. Here two conditions that say nearly the same are multiplied as if they had nothing to do with each other.',
  },
  {
    id: 'spill',
    lesson: 'plans/sorts',
    before: ["set local work_mem = '1MB'"],
    sql: 'select id, total from orders order by total, id',
    question: 'What does the line <code>Sort Method</code> tell?',
    choices: [
      { html: 'The rows did not fit into work_mem, and went to temporary files', correct: true },
      {
        html: 'The sort was served by an index',
        reply: 'Then there would be no Sort: the rows would come from the index in their order.',
      },
      {
        html: 'The table was read from disk',
        reply:
          'The table’s pages are <code>shared hit</code>, found in memory. What went to disk is the sort’s own.',
      },
    ],
    answer:
      'An external merge writes sorted runs to temporary files and merges them. The <code>temp</code> pages of the buffers are the same story.',
  },
  {
    id: 'sargable',
    lesson: 'queries/sargable',
    before: ['create index orders_created_at_idx on orders (created_at)'],
    sql: "select count(*) from orders where date_trunc('day', created_at) = '2024-03-01'",
    question: 'There is an index on <code>created_at</code>. Why is it not used?',
    choices: [
      {
        html: 'A day is too large a part of the table',
        reply: 'A day is 114 of 200,000 rows here. An index is worth its while for far more than that.',
      },
      {
        html: 'The statistics are old',
        reply:
          'The guess of 1,000 rows is off, but not for its age: of what a function returns PostgreSQL has no statistics, so it takes a fixed share.',
      },
      {
        html: 'The condition is about what <code>date_trunc</code> makes of the column, and the index is sorted by the column',
        correct: true,
      },
    ],
    answer:
      'An index on a column is in the order of that column. <code>created_at &gt;= … and created_at &lt; …</code> asks for the same day in a form that the index can serve.',
  },
];
