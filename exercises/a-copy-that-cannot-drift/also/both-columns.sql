-- All that the cascade compares, in either order.
create unique index on threads (organization_id, id);
create index on activities (organization_id, thread_id);
