-- Walked from its end. And with what the job reads.
create index on invoices (id desc) include (total) where total_cents is distinct from (total * 100)::bigint;
