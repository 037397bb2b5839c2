-- exercise: one-customers-orders
-- verdict: sql-error | timeout
-- Numbers of two hundred thousand digits.
select factorial(50000) % factorial(49999);
