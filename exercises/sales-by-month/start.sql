-- Fresh statistics of the columns. Do they say anything about months?
analyze orders;
