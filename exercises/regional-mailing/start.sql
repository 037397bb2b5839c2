-- How many of the table's 561 pages hold a customer from Praha?
select count(distinct (ctid::text::point)[0]) as pages, count(*) as customers from customers where city = 'Praha';
