-- fails: one-of-two, others-go-on
-- A page is saved once in a moment. Two who have read the same save some seconds apart, and of two drafts in one moment one is lost.
create unique index on revisions (page_id, saved_at);
