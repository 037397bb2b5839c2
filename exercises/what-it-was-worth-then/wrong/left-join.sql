-- fails: rows
-- LEFT JOIN LATERAL keeps every payment, also those that are to be left out.
select p.id, p.paid_at, p.amount, r.rate, round(p.amount * r.rate, 2) as in_euros
from payments p
left join lateral (
  select rate, valid_to from rates
  where currency = p.currency and valid_from <= p.paid_at
  order by valid_from desc
  limit 1
) r on r.valid_to > p.paid_at or r.valid_to is null
where p.customer_id = $1
order by p.id
