-- exercise: one-customers-orders
-- One word a line, tabs, and semicolons to spare.
create
	index
on
orders
(
	customer_id
)
;;
;
