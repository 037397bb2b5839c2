-- fails: rows
-- The end is compared, and NULL is greater than nothing. The rate in force is lost.
select p.id, p.paid_at, p.amount, r.rate, round(p.amount * r.rate, 2) as in_euros
from payments p
cross join lateral (
  select rate, valid_to from rates
  where currency = p.currency and valid_from <= p.paid_at
  order by valid_from desc
  limit 1
) r
where p.customer_id = $1 and r.valid_to > p.paid_at
order by p.id
