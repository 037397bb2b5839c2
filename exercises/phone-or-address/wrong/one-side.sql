-- fails: found, pages
-- misconception: or-across-columns
-- Addresses are the more selective; but who is found by phone is in no index.
create index on customers (email);
