-- exercise: sign-in-by-email
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- Stored in lower case, the column no longer needs to be folded.
alter table customers alter column email type text using lower(email);
