-- The last that began, by LEFT JOIN LATERAL; what had ended is set aside afterwards, and so is what had none.
with dated as (
  select p.id, p.paid_at, p.amount, r.rate, r.valid_to
  from payments p
  left join lateral (
    select l.rate, l.valid_to from rates l
    where (l.currency, p.paid_at >= l.valid_from) = (p.currency, true) and l.valid_from <= p.paid_at
    order by l.valid_from desc
    fetch first row only
  ) r on true
  where p.customer_id = $1
)
select id, paid_at, amount, rate, round(rate * amount, 2) as in_euros
from dated
where rate is not null and (valid_to is null or valid_to > paid_at)
order by id
