-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- A collation of one’s own.
create collation plain from "C";
create index on orders (reference collate plain);
