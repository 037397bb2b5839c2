-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- A statement built from text.
do 'begin execute chr(115) || ''et enable_seqscan = off''; end';
