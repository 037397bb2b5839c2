-- fails: minute, day-seeks
-- Small, and the time has to be looked up in the table.
create index on activities (kind);
