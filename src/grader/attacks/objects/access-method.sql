-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- Another way of storing the table.
create access method heap2 type table handler heap_tableam_handler;
alter table orders set access method heap2;
