-- Times an hour, and pages each time. Where do fourteen million come from?
explain (analyze, buffers)
select id, created_at, status, total from orders
where customer_id = 21964
order by created_at desc
limit 20;
