-- Together with a column: the expression's own statistics are collected as well.
create statistics orders_month_status on date_trunc('month', created_at), status from orders;
analyze orders (created_at, status);
