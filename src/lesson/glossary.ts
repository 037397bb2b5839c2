/** Words that lessons use, in lower case, each with one or two sentences. */
export const glossary: Readonly<Record<string, string>> = {
  buffer:
    'A page of 8 kB in shared memory. EXPLAIN counts each page it asked for: hit where it was there, read where it was not.',
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
  'line pointer':
    'An entry in the list at the front of a page. It says where in the page a tuple begins; indexes know its number only.',
  mvcc: 'Multiversion concurrency control: an update writes a new version of the row, and each transaction sees the versions that were committed when it began to look.',
  gin: 'Generalized inverted index: an entry for every piece of a value (word, key, trigram), each with the rows that hold it.',
  'operator class':
    'What an index kind needs to know about a data type: which operators it can answer, and how it compares or takes values apart.',
  'pending list':
    'Where a GIN index puts new entries first, unsorted. Every search reads it to the end until VACUUM moves them to their places.',
  recheck: 'Testing the condition on the row itself, because the index could only say that the row may fit.',
  lexeme: 'A word as full-text search stores it: in lower case and cut down to its stem.',
  tsvector: 'A text as full-text search sees it: its lexemes, sorted, each with its positions.',
  trigram:
    'Three characters that follow one another in a text. pg_trgm looks for texts by the trigrams they share.',
  'bloom filter':
    'A few bits for each value. They can say that a value is certainly not there, or that it may be.',
  gist: 'Generalized search tree: each entry covers all that lies below it (a box, a range, a signature), and boxes may overlap.',
  'nearest neighbour':
    'The row with the smallest distance to a given value: a search by ORDER BY distance LIMIT n.',
  fillfactor:
    'How full a page is made when rows are inserted or an index is built. What is left free is room for later versions.',
  bloat: 'Space that dead row versions or half-empty index pages take up, over what the live data needs.',
  'dead tuple': 'A row version that no transaction can see any more. VACUUM makes its space usable again.',
  fanout:
    'How many entries fit on an inner page of an index. Each level of the tree multiplies what it can reach by it.',
  'high key':
    'The upper bound of an index page, kept as its first entry. What is greater lies further to the right.',
  deduplication: 'Keeping equal keys of a B-tree as one entry with a list of row addresses.',
  'nested loop':
    'A join that runs its lower child once for each row of the upper one. The only join that works for any condition.',
  'hash join':
    'A join that puts one side into a hash table in memory, then reads the other side once and looks each row up.',
  'merge join': 'A join of two sides that are both sorted by the join key: it walks down both lists at once.',
  'outer side':
    'The upper child of a join, the one that drives. The lower child, the inner side, is asked or looked up.',
  histogram:
    'Bounds that cut the values of a column, without the most common ones, into parts of equally many rows.',
  'most common values':
    'The values that occur most often in a column, each with its share of the rows. ANALYZE keeps them in a list.',
  n_distinct:
    'How many different values a column has, as ANALYZE estimated it. Below zero it is a share of the rows.',
  'extended statistics':
    'What ANALYZE notes about several columns together, or about an expression, after CREATE STATISTICS asked for it.',
  'functional dependency': 'One column decides another: who knows the city knows the country.',
  correlation:
    'How closely the order of a column’s values follows the order of the rows in the table: from −1 to 1.',
  bitmap:
    'A set of row addresses that an index scan gathered, sorted by page, so that each page is visited once.',
  lossy:
    'Of a bitmap: it kept only the numbers of some pages, for want of memory, so all rows of those pages are tested again.',
  work_mem:
    'How much memory a single sort or hash of a query may use before it writes to temporary files: 4 MB by default.',
  spill: 'To write to temporary files what does not fit into work_mem.',
  'top-n sort':
    'A sort that keeps only the best n rows it has seen so far, because a LIMIT above asks for no more.',
  'incremental sort':
    'A sort of rows that are already in order by the first sort columns: it sorts one group at a time.',
  memoize: 'A plan node that remembers the inner side of a nested loop by the values it was asked for.',
  'custom plan': 'A plan made for one set of parameter values, and thrown away after that run.',
  'generic plan':
    'A plan of a prepared statement that is made without looking at the parameter values, and used again and again.',
  'startup cost':
    'The first figure of a cost: what must be paid before a node can hand on its first row. A scan begins at 0, a sort near its end.',
  'top-n': 'The first few rows of an order: ORDER BY with LIMIT.',
  'partial index':
    'An index with a WHERE clause. It holds the rows for which the clause is true, and no others.',
  predicate: 'The condition of a partial index. A query must imply it for the index to be used.',
  immutable:
    'Of a function: the same arguments give the same result for ever, whatever the settings, the data or the time.',
  'hash index':
    'An index that keeps a hash of each key and the place of its row. It answers = and nothing else.',
  'expression index':
    'An index on something that is worked out from a row, such as lower(email). It serves queries that write the same expression.',
  'virtual column':
    'A generated column that is not stored: a name for an expression, worked out when the row is read. New in PostgreSQL 18.',
  'keyset pagination':
    'Paging by the last row seen: the next page is what comes after its sort columns, found by the index, instead of a number of rows to skip.',
  'tie-breaker': 'A unique column at the end of a sort, so that no two rows stand at the same place.',
  'foreign key':
    'A rule that the value in a column must exist as a key in another table, the parent. It is checked when a child is written and when a parent is deleted.',
  'unique index':
    'An index that refuses a second row with an equal key, also one that another transaction is just writing.',
  deferrable:
    'Of a constraint: it may be checked at the end of the statement or of the transaction, instead of at each row.',
  'exclusion constraint':
    'A rule that no two rows fulfil certain comparisons with each other, such as the same room and overlapping times.',
  'correlated subquery':
    'A subquery that mentions a column of the query around it, so that it has to be worked out again for each row there.',
  lateral: 'A subquery in FROM that may mention what stands before it, and runs once for each of those rows.',
  'semi-join':
    'A join that keeps a row of one side when the other has a match, once, however many matches there are. IN and EXISTS become one.',
  'anti-join': 'A join that keeps a row of one side when the other has no match. NOT EXISTS becomes one.',
  'fan-out':
    'What a join does when a row has several partners: it is repeated for each, and whatever is summed afterwards is summed as often.',
  'cartesian product':
    'Every row of one table with every row of the other: what a join without a condition returns.',
  cte: 'Common table expression: a subquery that WITH gives a name. Used once it is put in the place of its name; used more often it is worked out once and kept.',
  'recursive cte':
    'A WITH query that refers to itself: each turn works on the rows of the turn before, until one brings no more.',
  'window function':
    'A function over the rows around each row, such as a rank or a running sum, that keeps every row where GROUP BY would fold them.',
  upsert: 'An INSERT that turns into an UPDATE where the key is there already: ON CONFLICT DO UPDATE.',
};
