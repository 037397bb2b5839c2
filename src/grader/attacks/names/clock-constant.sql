-- exercise: orders-of-a-day
-- verdict: refused
-- rule: clock
-- The word now in a timestamp is the clock, without a function to be seen.
select id, total from orders where created_at >= $1 and created_at < $1 + interval '1 day'
  and timestamptz 'now' > '2020-01-01' order by id
