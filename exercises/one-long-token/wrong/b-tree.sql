-- fails: lean, writes
-- misconception: redundant-write-cost
-- Quick, and it stores all the tokens a second time, in an order that nobody will ever ask for.
create index on sessions (token);
