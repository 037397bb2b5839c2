select p.id, p.paid_at, p.amount, r.rate, round(p.amount * r.rate, 2) as in_euros
from payments p
join rates r on r.currency = p.currency
  and r.valid_from <= p.paid_at
  and (r.valid_to > p.paid_at or r.valid_to is null)
where p.customer_id = $1
order by p.id
