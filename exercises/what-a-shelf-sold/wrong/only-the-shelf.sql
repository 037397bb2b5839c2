-- fails: index-alone, pages
-- The condition of the WHERE clause gets its index. Sixty products were never the problem.
create index on products (category_id);
