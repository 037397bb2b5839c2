-- exercise: one-customers-orders
-- verdict: refused
-- rule: write
-- behind: unchanged
-- MERGE returns rows since 17.
with moved as (
  merge into orders using (values (42)) as v (customer) on customer_id = customer
  when matched then update set total = total + 1 returning orders.id
) select count(*) from moved;
