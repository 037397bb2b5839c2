-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- An index that becomes a constraint can no longer be taken away alone.
create unique index keyed on orders (customer_id, id);
alter table orders add constraint keyed unique using index keyed;
