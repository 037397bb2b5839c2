-- fails: seeks, pages
-- misconception: wrong-leading-column
-- The date "belongs" in front because orders are listed by time; but nothing in the query narrows it.
create index on orders (created_at, customer_id);
