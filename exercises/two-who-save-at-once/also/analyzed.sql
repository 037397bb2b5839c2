-- Built beside those who save, and named.
create unique index concurrently one_of_each_version on revisions using btree (page_id asc, version asc) nulls distinct;
analyze revisions;
