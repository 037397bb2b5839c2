-- exercise: one-customers-orders
-- verdict: refused
-- rule: size
-- repeat: 400
-- More text than anyone needs, to find what breaks first.
select 'something' as said, 'something else' as meant, 'nothing' as done;
