-- fails: pages
-- misconception: whole-group-for-one
-- Every rate that began before is joined, and one of them is kept.
select id, paid_at, amount, rate, round(amount * rate, 2) as in_euros
from (
  select distinct on (p.id) p.id, p.paid_at, p.amount, r.rate, r.valid_to
  from payments p
  join rates r on r.currency = p.currency and r.valid_from <= p.paid_at
  where p.customer_id = $1
  order by p.id, r.valid_from desc
) as latest
where valid_to > paid_at or valid_to is null
order by id
