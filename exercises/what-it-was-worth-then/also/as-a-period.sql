-- The period contains the moment, which the GiST index answers. Without an end it goes on for ever.
select p.id, p.paid_at, p.amount, r.rate, round(p.amount * r.rate, 2) as in_euros
from payments p
join rates r on r.currency = p.currency and tstzrange(r.valid_from, r.valid_to) @> p.paid_at
where p.customer_id = $1
order by p.id
