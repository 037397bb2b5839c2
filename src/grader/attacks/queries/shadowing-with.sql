-- exercise: orders-of-a-day
-- verdict: refused
-- rule: shadow
-- behind: rows
-- A WITH query by the name of the table: everything below reads it instead.
with orders as (values (1, 2.5)) select column1 as id, column2 as total from orders, customers where $1 is not null
