-- exercise: orders-of-a-day
-- verdict: refused
-- rule: function
-- An answer that depends on a setting.
select id, total from orders where current_setting('planwright.seen', true) is null order by id;
