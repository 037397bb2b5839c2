-- fails: rows, pages
-- BETWEEN, and infinity in place of NULL: shorter to read. It takes the end in, and still reads all that began before.
select p.id, p.paid_at, p.amount, r.rate, round(p.amount * r.rate, 2) as in_euros
from payments p
join rates r on r.currency = p.currency and p.paid_at between r.valid_from and coalesce(r.valid_to, 'infinity')
where p.customer_id = $1
order by p.id
