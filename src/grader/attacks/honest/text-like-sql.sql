-- exercise: one-customers-orders
-- A string with quotes, semicolons and a backslash.
select 'it''s; delete from orders; \' as text, e'\'; commit; --' as more;
create index on orders (customer_id);
