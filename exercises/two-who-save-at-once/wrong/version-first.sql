-- fails: latest-pages
-- misconception: wrong-leading-column
-- The rule is kept by either order of columns. The latest version of a page is found by one of them.
create unique index on revisions (version, page_id);
