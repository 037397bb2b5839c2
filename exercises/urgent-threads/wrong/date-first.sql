-- fails: pages
-- misconception: wrong-leading-column
-- The order of the list in front. Twenty of a common priority come soon; of one that is rare, the whole index is read.
create index on threads (created_at desc, id desc, (metadata->>'priority'));
