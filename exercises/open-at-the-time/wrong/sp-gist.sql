-- fails: pages
-- It knows the operator. But it sorts ranges into quarters by both their ends, and most of those have to be searched.
create index on threads using spgist (tstzrange(created_at, updated_at));
