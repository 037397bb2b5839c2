analyze orders (status);
