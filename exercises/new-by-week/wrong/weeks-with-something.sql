-- fails: rows
-- Quick, and a week without a new product is missing.
select date_bin('7 days', created_at, $1::timestamptz) as week, count(*) as products
from products
where created_at >= $1::timestamptz and created_at < $2::timestamptz + interval '7 days'
group by 1
order by 1
