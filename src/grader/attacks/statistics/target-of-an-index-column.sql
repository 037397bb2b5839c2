-- exercise: worth-a-look
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- How many values ANALYZE keeps of an expression can be set on the index.
create index worth on order_items ((quantity * price));
alter index worth alter column 1 set statistics 1;
analyze order_items;
