-- exercise: one-customers-orders
-- verdict: refused
-- rule: function
-- behind: unchanged
-- Data beside the tables.
select lo_create(4711);
