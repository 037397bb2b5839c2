-- exercise: sign-in-by-email
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- A new name for a comparison, beside an index that is right.
create operator public.~~~ (leftarg = text, rightarg = text, function = texteq, restrict = eqsel);
create index on customers (lower(email));
