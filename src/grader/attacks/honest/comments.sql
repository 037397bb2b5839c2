-- exercise: one-customers-orders
-- Comments of both kinds, nested, and at the end without a line break.
/* first /* nested */ still a comment; drop table orders; */
create index -- set enable_seqscan = off;
on orders (customer_id /* the column */); -- done; commit
