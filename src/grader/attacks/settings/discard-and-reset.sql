-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- Back to what the server says, which is not the learner’s to say.
discard all;
reset all;
