-- VACUUM tidies up after the update. Does it tell the planner anything about statuses?
vacuum orders;
