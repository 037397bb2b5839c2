-- exercise: one-customers-orders
-- verdict: failed
-- fails: seeks
-- The same without the setting: under the rules that hold, it is a string.
select 'a\''; set enable_seqscan = off; --';
