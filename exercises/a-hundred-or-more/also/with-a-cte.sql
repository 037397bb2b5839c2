with some_of_them as (
  select thread_id from activities where organization_id = $1 and thread_id is not null fetch first 100 rows only
)
select count(thread_id) as shown from some_of_them
