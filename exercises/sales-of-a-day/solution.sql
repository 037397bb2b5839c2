create index on orders using brin (created_at);
