/** One question of the placement: a plan recorded on the shop, and what it is read for. Texts are HTML of our own. */
export interface PlacementQuestion {
  readonly id: string;
  /** The lesson to begin with for who missed it. */
  readonly lesson: string;
  /** Run before, in the same transaction; everything is rolled back. */
  readonly before?: readonly string[];
  readonly sql: string;
  readonly question: string;
  readonly choices: readonly string[];
  readonly right: number;
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
      'As many as it returned',
      'All of them: those returned and those removed',
      'As many as it had pages',
    ],
    right: 1,
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
    choices: ['1', '40,000, all customers', '500: one for each of its 500 loops'],
    right: 2,
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
      'The index knows the time only: each order has to be fetched to see its status, until twenty fit',
      'Twenty rows lie on that many pages',
      'The index is larger than the table',
    ],
    right: 0,
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
      'Columns that were missing from the index',
      'Rows whose page is not known to be visible to everybody, so that the table had to be asked',
      'Pages that were not in memory',
    ],
    right: 1,
    answer:
      'An index does not know which row versions a transaction may see. The visibility map says of whole pages that everybody may see all of them; updates clear it, and <code>VACUUM</code> sets it again.',
  },
  {
    id: 'estimate',
    lesson: 'plans/estimates',
    sql: "select c.id, o.total from customers c join orders o on o.customer_id = c.id where c.city = 'Berlin' and c.country = 'Germany' and o.id < 2000",
    question: 'Which figures show that the planner chose on a wrong idea of the data?',
    choices: [
      'The cost and the pages of the top node',
      'Its estimate of the rows of <code>customers</code>, beside the rows that came',
      'The buffers of the two scans',
    ],
    right: 1,
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
      'The rows did not fit into work_mem, and went to temporary files',
      'The sort was served by an index',
      'The table was read from disk',
    ],
    right: 0,
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
      'A day is too large a part of the table',
      'The statistics are old',
      'The condition is about what <code>date_trunc</code> makes of the column, and the index is sorted by the column',
    ],
    right: 2,
    answer:
      'An index on a column is in the order of that column. <code>created_at &gt;= … and created_at &lt; …</code> asks for the same day in a form that the index can serve.',
  },
];
