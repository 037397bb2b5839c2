-- fails: own-ones
-- NULL is taken for a number that no project has today. Numbers are given upwards, and it is the turn of this one some day.
create unique index on settings (organization_id, name, coalesce(project_id, 999999));
