-- exercise: one-customers-orders
-- verdict: sql-error
-- Twenty thousand brackets, for a parser that calls itself.
select repeat('[', 20000)::json;
