-- fails: latest-pages
-- Drafts last, so that the first entry of a page is its latest version. The lookup asks for DESC, in which NULL comes first: another order, whether or not there are any.
create unique index on revisions (page_id, version desc nulls last);
