-- fails: pages
-- The end is asked for before the limit. Where there was no rate, every rate before is looked at, back to the first.
select p.id, p.paid_at, p.amount, r.rate, round(p.amount * r.rate, 2) as in_euros
from payments p
cross join lateral (
  select rate from rates
  where currency = p.currency and valid_from <= p.paid_at and (valid_to > p.paid_at or valid_to is null)
  order by valid_from desc
  limit 1
) r
where p.customer_id = $1
order by p.id
