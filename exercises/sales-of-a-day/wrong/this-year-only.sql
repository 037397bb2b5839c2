-- fails: seeks, pages, tiny
-- misconception: partial-not-implied
-- Reports are about the present, so why index the past? Because the report may ask for it.
create index on orders (created_at) where created_at >= '2023-01-01';
