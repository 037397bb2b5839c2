-- fails: gate
-- The advice of every guide. It makes the planner believe that pages are cheap; it reads more of them, not fewer.
set random_page_cost = 1.1;
