-- fails: arrived, pages
-- What stands before the @ is taken for the person. The same name at another provider is turned away.
create unique index on customers (lower(split_part(email, '@', 1)));
