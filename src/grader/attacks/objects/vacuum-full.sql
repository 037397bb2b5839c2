-- exercise: units-sold
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- Rewriting the table makes it smaller. VACUUM is allowed here; TRUNCATE of another table is not.
vacuum full order_items;
truncate inventory;
