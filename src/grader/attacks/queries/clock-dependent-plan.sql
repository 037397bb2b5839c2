-- exercise: orders-of-a-day
-- verdict: failed
-- fails: seeks
-- The clock again, written backwards so that no word is to be seen. It stands still while a query is looked at.
select id, total from orders where date_trunc('day', created_at) = $1
  and reverse('won')::timestamptz > '2020-01-01' order by id
