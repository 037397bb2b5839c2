-- exercise: one-customers-orders
-- verdict: refused
-- rule: function
-- behind: pages
-- Every setting by its name, from the catalog itself.
create index on orders (created_at, customer_id);
select set_config(name, 'off', false) from pg_settings where name in ('enable_seqscan', 'enable_bitmapscan');
