-- fails: seeks, pages
-- misconception: function-on-column
-- Folding one way is as good as the other for a person; the planner compares expressions, not intentions.
create index on customers (upper(email));
