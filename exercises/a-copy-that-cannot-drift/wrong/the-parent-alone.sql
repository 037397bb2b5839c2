-- fails: follow-seeks, follow-pages
-- It is all that PostgreSQL asks for. The foreign key is made, and each thread that moves has its activities searched for.
create unique index on threads (organization_id, id);
