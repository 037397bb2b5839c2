-- fails: pages
-- misconception: sort-not-served
-- Quick for the small ones; all 7,384 threads of the giant are fetched and sorted to keep 25.
create index on threads (organization_id);
