-- fails: rows, pages
-- The moment of the end is taken in, and two rates are in force then. No index answers the OR of the two either.
select p.id, p.paid_at, p.amount, r.rate, round(p.amount * r.rate, 2) as in_euros
from payments p
join rates r on r.currency = p.currency and tstzrange(r.valid_from, r.valid_to) @> p.paid_at
  or r.currency = p.currency and r.valid_to = p.paid_at
where p.customer_id = $1
order by p.id
