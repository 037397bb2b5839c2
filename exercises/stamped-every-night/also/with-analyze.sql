vacuum (full, analyze) inventory;
vacuum inventory;
