-- The recall: one order in forty.
update orders set status = 'on hold' where id % 40 = 13;
