-- fails: pages
-- Two per cent of the rows should be two per cent of the work. They lie on three quarters of the pages.
create index customers_city_idx on customers (city);
