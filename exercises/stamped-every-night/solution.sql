vacuum full inventory;
