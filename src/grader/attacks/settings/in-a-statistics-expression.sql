-- exercise: city-and-country
-- verdict: refused
-- rule: function
-- behind: close
-- ANALYZE works out the expression, and the expression is a SET.
create statistics on (city || set_config('enable_seqscan', 'off', false)), country from customers;
analyze customers;
