-- fails: rows
-- The last rate that began before the payment, whether or not it had ended. In a gap that is a rate of yesterday.
select p.id, p.paid_at, p.amount, r.rate, round(p.amount * r.rate, 2) as in_euros
from payments p
cross join lateral (
  select rate from rates
  where currency = p.currency and valid_from <= p.paid_at
  order by valid_from desc
  limit 1
) r
where p.customer_id = $1
order by p.id
