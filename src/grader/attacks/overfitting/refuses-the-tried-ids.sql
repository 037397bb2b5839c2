-- exercise: one-running-subscription
-- verdict: failed
-- fails: one-running
-- Unique, and no rule: the numbers of two rows that are tried count as the number of the first that is there.
create unique index on subscriptions ((case when id in (901, 902, 905, 1338) then 1 else id end));
