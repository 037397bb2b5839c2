-- fails: lean
-- The page shows name and city after the sign-in; they need not be looked up by.
create index on customers (lower(email), email, name, city, country, phone);
