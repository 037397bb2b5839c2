-- fails: stays
-- Room in every page, and still every stamp changes an indexed column.
vacuum full users;
