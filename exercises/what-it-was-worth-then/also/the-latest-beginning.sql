-- max() of the beginnings is one search in the index, and the rate is found by it.
select p.id, p.paid_at, p.amount, r.rate, round(p.amount * r.rate, 2) as in_euros
from payments p
join rates r on r.currency = p.currency and r.valid_from = (
  select max(b.valid_from) from rates b where b.currency = p.currency and b.valid_from <= p.paid_at
)
where p.customer_id = $1 and coalesce(r.valid_to, 'infinity') > p.paid_at
order by p.id
