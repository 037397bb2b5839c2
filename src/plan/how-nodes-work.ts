/** Longer explanations by node kind. Aggregates are split by strategy. */
type Explanations = Readonly<Record<string, string>>;

export const scans: Explanations = {
  'Seq Scan':
    'A sequential scan reads every page of the table in the order they lie on disk and tests each row against the filter. Its cost depends on the size of the table, not on how many rows you want. Reading in order is cheap for each page, so for a large share of the rows it beats any index. When it throws nearly all rows away, an index on the filtered columns is what it lacks.',
  'Index Scan':
    'An index scan goes down from the root of the index to the first matching entry, then along the leaves. For each entry it fetches the page of the table that holds the row, in index order. That order comes for free, which can save a sort. Each row may cost one page of its own, so it pays when few rows match or when the table lies in the order of the index.',
  'Index Only Scan':
    'All columns that the query needs are in the index, so the table need not be read. The index does not know which rows are visible to this transaction: the visibility map does, one bit for each page of the table. Where that bit is not set the row has to be fetched after all, and is counted under Heap Fetches. VACUUM sets the bits; updates clear them.',
  'Bitmap Heap Scan':
    'The index scan below first gathers the addresses of all matching rows. This node sorts them by page and visits each page once, in physical order, so that no page is read twice. It gives up the order of the index. If the list outgrows work_mem, it keeps only page numbers for some pages (lossy) and has to test every row on them again: that is the recheck.',
  'Bitmap Index Scan':
    'It walks an index and collects the addresses of matching rows into a bitmap, without looking at the table. The Bitmap Heap Scan above fetches the rows. Because bitmaps can be combined, one query may use several indexes on the same table.',
  BitmapAnd:
    'It takes the bitmaps of several index scans and keeps only the addresses that all of them hold. A single index on all the columns is usually cheaper, if the query is frequent.',
  BitmapOr:
    'It joins the bitmaps of several index scans, so that conditions connected by OR can each use an index of their own. Each page of the table is still visited once.',
  'Tid Scan':
    'Every row has an address: page number and position in the page (ctid). A condition on ctid goes straight there, with no index. Addresses change when a row is updated, so they serve maintenance jobs rather than applications.',
  'Tid Range Scan':
    'A range of row addresses is a range of pages, so only those are read. It is a way to work through a table in slices.',
  'Sample Scan':
    'TABLESAMPLE reads a random part of a table. SYSTEM draws whole pages and is quick; BERNOULLI reads every page and draws rows, which is fairer and slower.',
  'Function Scan':
    'A function in FROM is called, and what it returns is read like a table. Most functions are run to their end first and their rows kept. The planner knows little about them: a fixed guess of rows, unless the function helps it.',
  'Table Function Scan':
    'XMLTABLE or JSON_TABLE takes a document apart into rows. The rows are kept in memory or on disk and then read like a table.',
  'Foreign Scan':
    'A foreign-data wrapper fetches the rows: from another server, or from a file. What it can hand over (conditions, joins, groups, an order, a limit) stands in its Remote SQL; the rest is done here, on every row that came. The time is mostly that of the other side and of the way. Estimates are poor unless the foreign table was analysed or use_remote_estimate is on.',
  'Custom Scan':
    'An extension took this step over, and only it knows how it does it. What it tells of itself stands below.',
  'Named Tuplestore Scan':
    'In the function of a trigger it reads a transition table: the rows that the statement changed, before or after. There are no indexes and no statistics on them.',
  'Values Scan':
    'It reads rows that are written out in the statement (VALUES lists). There is no table and nothing to index.',
  'CTE Scan':
    'A WITH query that is materialized runs once, and its rows are kept. Every place that names it reads the kept rows from the start. There are no indexes or statistics on them, and conditions from outside are not passed in. A WITH query that is used once and writes nothing is normally dissolved into the main query and does not appear.',
  'WorkTable Scan':
    'Inside a recursive query it reads the rows that the previous round found. When a round finds none, the recursion ends.',
  'Subquery Scan':
    'It hands on the rows of a subquery that could not be merged into the query around it. A filter here runs after the subquery has done its work; that happens with window functions, for one.',
};

export const joining: Explanations = {
  'Nested Loop':
    'For every row of the outer side the inner side is run again. With an index on the inner side that is one short descent for each outer row, and nothing beats it for few outer rows. Without one, the inner table is read over and over. The planner chooses it by the estimated number of outer rows, so an estimate that is far too low is the usual reason for a slow one.',
  'Hash Join':
    'The smaller input is read first and put into a hash table by its join key; then the other input is read once and each row looked up. It needs an equality. It reads both inputs whole, so indexes on the join columns do not help it. If the hash table does not fit in memory, both inputs are split into batches that go through temporary files.',
  'Merge Join':
    'Both inputs come sorted by the join key and are walked side by side, like two sorted lists. It is cheap when indexes give that order, and costs two sorts when they do not. Where the same key occurs often on both sides, a part of the inner side is read again for each outer row.',
  Hash: 'It reads its input to the end and builds a hash table for the join above. Batches above one mean that the table did not fit into work_mem times hash_mem_multiplier, and that parts of it went through temporary files.',
  Materialize:
    'It keeps the rows of the node below, so that the node above can read them again without running that node again. The planner puts it on the inner side of joins whose inner rows do not depend on the outer row.',
  Memoize:
    'It remembers the result of the inner side for each value of the join key. When the same value comes again, the inner side is not run. It pays when values repeat; evictions mean that its memory (work_mem times hash_mem_multiplier) was too small to keep them all.',
};

export const rows: Explanations = {
  Sort: 'It reads all of its input before it gives the first row. In work_mem it sorts by quicksort; beyond it, it writes sorted runs to temporary files and merges them. Under a LIMIT it keeps only the best rows so far in a heap, which needs little memory but still reads everything. An index in the wanted order makes the sort unnecessary.',
  'Incremental Sort':
    'The input already comes sorted by the first key columns. Rows that are equal in those form a small group, and only the groups are sorted by the rest. The first rows come early, so it goes well with LIMIT.',
  'Aggregate Plain':
    'It reads all of its input and keeps one running result: a count, a sum, a maximum. There is one row at the end, whatever came in.',
  'Aggregate Hashed':
    'It keeps one entry for each group in a hash table while it reads the input in any order. The groups come out in no order. If there are more groups than memory holds, the rest is written to temporary files and done in batches.',
  'Aggregate Sorted':
    'The input comes sorted by the group key, so each group is complete when the key changes. It holds one group at a time and needs hardly any memory, but somebody has to provide the order: an index or a sort.',
  'Aggregate Mixed':
    'GROUPING SETS, CUBE or ROLLUP ask for several groupings at once. Some are kept in hash tables and some are made from sorted input, in one pass over the rows.',
  Group: 'It drops repeats of the group key from sorted input, without computing anything for the groups.',
  Unique:
    'It compares each row with the one before and drops repeats. The input has to be sorted. DISTINCT can also be done by hashing, which shows as HashAggregate.',
  WindowAgg:
    'A window function looks at the rows around each row, in the order of the window. The rows come in sorted by partition and order; as many as the frame needs are kept. No row is dropped, unless a run condition tells it that no further row can be wanted.',
  SetOp:
    'INTERSECT and EXCEPT count how often each row occurs in the two inputs and decide by the counts. It works on sorted inputs or with a hash table.',
  Limit:
    'It passes on the rows asked for and then stops asking. Nodes that can give rows one by one stop too; a sort or an aggregate has already done all of its work by then. OFFSET rows are produced and thrown away.',
  Append:
    'It runs its inputs one after the other and puts their rows together: the parts of UNION ALL, or the partitions of a table. Partitions that cannot hold a wanted row are left out when the query is planned, when it starts, or while it runs.',
  'Merge Append':
    'Its inputs come sorted, and it always takes the smallest of their next rows. So partitions with an index can give one sorted stream, and a LIMIT stops all of them early.',
  'Recursive Union':
    'It runs the first part of a WITH RECURSIVE once, then the second part again and again on the rows that the last round found. It ends when a round finds nothing new. The number of rounds is not known when planning, so estimates here are guesses.',
  Result:
    'It makes a row from constants or from values that are known already, or tests a condition that needs no table. If that condition is false, the part below is never run.',
  ProjectSet:
    'It calls functions in the select list that return several rows, and gives one output row for each of theirs.',
  Gather:
    'It starts worker processes that run the part below at the same time, each on its share of the pages, and collects their rows in any order. Workers come from a pool (max_parallel_workers); with none free, the leader does all the work. Its own time is that of starting them, of waiting for them and of handing over their rows.',
  'Gather Merge':
    'Like Gather, but every worker sends sorted rows and the streams are merged, so that the order survives.',
};

export const writing: Explanations = {
  ModifyTable:
    'It writes the rows that the part below found: each one to the table, to every index that needs it, and to the write-ahead log. An UPDATE writes a new version of the row and leaves the old one for VACUUM. Triggers that run after each row are not part of this node; their time is listed below the plan.',
  LockRows:
    'SELECT FOR UPDATE or FOR SHARE locks each row before it is returned. Where another transaction holds the lock, it waits here.',
};
