-- fails: no-sort, pages
-- misconception: sort-not-served
-- The company's users, in no order.
create index on users (organization_id);
