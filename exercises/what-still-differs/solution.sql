create index on invoices (id) where total_cents is distinct from (total * 100)::bigint;
