-- exercise: orders-of-a-day
-- verdict: refused
-- rule: function
-- behind: rows
-- Runs SQL from a text. The plan shows a Result.
select o.id, o.total, query_to_xml('select 1', true, true, '') from orders o where o.id = 1 and o.created_at > $1
