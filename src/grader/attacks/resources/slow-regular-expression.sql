-- exercise: one-customers-orders
-- verdict: timeout
-- A pattern that backtracks for years.
select count(*) from orders where repeat('a', 3000) ~ ('^(a|aa|aaa|aaaa)*(a|b|aa)*(aa|aaa)*\1$' || id);
