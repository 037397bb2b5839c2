-- Twenty entries in a row, and no visit to the table; the price is the size.
create index on orders (status, id) include (created_at);
