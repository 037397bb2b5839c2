-- exercise: there-and-not-used
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- An index that is not valid is one UPDATE away from being called so.
update pg_index set indisvalid = true where indexrelid = 'orders_customer_id_idx'::regclass;
