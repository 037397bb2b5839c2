-- fails: lean, writes
-- Whether a row differs, noted for every row there is.
create index on invoices ((total_cents is distinct from (total * 100)::bigint), id);
