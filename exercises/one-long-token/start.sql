-- A token is looked up whole, or not at all. What of it does an index have to keep?
select customer_id, length(token), token from sessions limit 3;
