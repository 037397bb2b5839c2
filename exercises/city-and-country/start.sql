-- More precise statistics of each column do not help: each is exact already. Try ANALYZE and see.
analyze customers;
