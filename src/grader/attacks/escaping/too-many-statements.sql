-- exercise: one-customers-orders
-- verdict: refused
-- rule: size
-- repeat: 60
-- Sixty statements, in the hope that the one in the middle is not looked at.
select 1;
