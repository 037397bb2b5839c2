-- exercise: one-customers-orders
-- verdict: refused
-- rule: function
-- behind: seeks
-- The same call, behind a subquery, a cast and another name for its schema.
select (select id from orders where id = length(pg_catalog.set_config('random_page_cost', '0', false)) limit 1);
