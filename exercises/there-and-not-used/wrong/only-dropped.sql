-- fails: seeks, pages
-- Cleared away, and that is all.
drop index orders_customer_id_idx;
