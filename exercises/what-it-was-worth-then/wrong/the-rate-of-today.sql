-- fails: rows
-- The rate in force now, for what was paid years ago.
select p.id, p.paid_at, p.amount, r.rate, round(p.amount * r.rate, 2) as in_euros
from payments p
cross join lateral (
  select rate from rates where currency = p.currency order by valid_from desc limit 1
) r
where p.customer_id = $1
order by p.id
