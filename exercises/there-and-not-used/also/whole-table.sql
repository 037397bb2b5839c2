-- All indexes of the table, in place.
reindex table orders;
