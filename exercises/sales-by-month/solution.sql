create statistics orders_month on date_trunc('month', created_at) from orders;
analyze orders;
