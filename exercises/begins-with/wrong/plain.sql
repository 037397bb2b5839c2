-- fails: seeks, pages
-- misconception: like-operator-class
-- The index on the column, as for any other comparison. Its order is that of a language.
create index on orders (reference);
