/** Words that lessons use, in lower case, each with one or two sentences. */
export const glossary: Readonly<Record<string, string>> = {
  buffer:
    'A page of 8 kB in shared memory. EXPLAIN counts each page it asked for: `hit` where it was there, `read` where it was not.',
  cardinality: 'How many rows there are, or how many the planner thinks there will be.',
  ctid: 'The place of a row version: page number and slot within the page.',
  heap: 'The table itself: its pages, with rows in no particular order.',
  'heap fetch':
    'A visit to the table by an index-only scan, because the page was not known to be all-visible.',
  hot: 'Heap-only tuple: an update that changes no indexed column and finds room in the same page needs no new index entry.',
  page: 'The unit in which PostgreSQL reads and writes: 8 kB.',
  plan: 'The tree of steps that PostgreSQL chose for a query. Rows flow from the leaves to the top.',
  planner: 'The part of PostgreSQL that weighs possible plans by estimated cost and picks the cheapest.',
  sargable:
    'Written so that an index can seek it: the bare column on one side, something constant for the query on the other.',
  selectivity: 'The share of rows that a condition keeps: 0.01 keeps one in a hundred.',
  'seq scan': 'Reading every page of the table from first to last.',
  statistics: 'What ANALYZE noted about the values of a column; the planner estimates from it.',
  toast: 'Where long values are stored apart from their row, in pieces and often compressed.',
  tuple: 'One version of a row, as it lies in a page.',
  'visibility map':
    'Two bits for each page of a table. One says that every row in it is visible to everybody, so that an index-only scan need not look.',
  wal: 'Write-ahead log: what is written for every change before the page itself is, and what replicas read.',
  'b-tree':
    'A tree of pages with its keys in order: inner pages lead to leaf pages, and these to the rows. The index that CREATE INDEX makes unless told otherwise.',
  'composite index':
    'An index on more than one column: ordered by the first, among equals by the second, and so on.',
  cost: 'The planner’s price for a plan, in units of one page read in sequence. It serves to compare plans; it is not a time.',
  'covering index':
    'An index that holds every column a query asks of the table, so that the table itself need not be visited.',
  'index-only scan': 'A scan that answers from the index alone, as far as the visibility map allows.',
  'leaf page':
    'A page on the lowest level of a B-tree. It holds the keys in order, with the addresses of their rows.',
  node: 'One step of a plan: a scan, a join, a sort. It takes rows from the nodes below and hands rows up.',
  'skip scan':
    'Searching an index once for each value of a leading column that the query does not name. New for B-trees in PostgreSQL 18.',
  'transition table':
    'All rows that one statement added, changed or removed, as a table that its statement trigger can query.',
  pruning:
    'Leaving out the partitions that cannot hold a matching row: when the query is planned, when it starts, or while it runs.',
  'shard key': 'The column that decides for each row which machine it lives on.',
  'rendezvous hashing':
    'Each key goes to the shard whose hash together with the key is highest. When a shard is added, only the keys that it wins move.',
  'shard directory':
    'A small table that says where certain tenants live, in place of a rule that computes it.',
  'scatter-gather':
    'Asking every shard, because the query does not name the shard key, and putting the answers together.',
  brin: 'Block range index: the lowest and highest value of every 128 pages. Tiny, and useful where rows lie in the order of the column.',
};
