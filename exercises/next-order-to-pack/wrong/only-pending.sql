-- fails: pages
-- misconception: partial-not-implied
-- Right for the packing room; the shipping desk's screen is as slow as before.
create index on orders (id) where status = 'pending';
