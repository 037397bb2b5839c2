-- fails: seeks, pages
-- misconception: function-on-column
-- It would serve metadata->>'status' = 'chat'. The query contains the document instead.
create index on threads ((metadata->>'status'));
