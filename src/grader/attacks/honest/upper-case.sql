-- exercise: one-customers-orders
-- Shouting.
CREATE INDEX ON ORDERS (CUSTOMER_ID);
