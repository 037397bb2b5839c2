-- exercise: sign-in-by-email
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- A function in language internal has no body that anyone could read.
create function public.lower(varchar) returns text language internal immutable as 'upper';
