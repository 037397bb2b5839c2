-- exercise: one-customers-orders
-- verdict: refused
-- rule: function
-- The same name, spelt with escapes.
select U&"set\005Fconfig"('enable_seqscan', 'off', false);
