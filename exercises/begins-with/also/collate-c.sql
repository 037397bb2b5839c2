-- An index sorted byte by byte by its collation instead of by its operators.
create index on orders (reference collate "C");
