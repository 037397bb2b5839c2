-- exercise: stamped-every-night
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- VACUUM FULL writes the rows anew, and keeps the number of who wrote them.
update inventory set quantity = quantity + 1;
vacuum full inventory;
