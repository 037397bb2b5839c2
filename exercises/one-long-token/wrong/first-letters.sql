-- fails: seeks, pages
-- misconception: function-on-column
-- The first sixteen characters would tell the tokens apart; but the query compares all of them.
create index on sessions (left(token, 16));
