-- fails: pages
-- misconception: sort-not-served
-- The index the filter asks for. The planner still prefers the walk along the key: it believes it will be short.
create index on orders (status);
