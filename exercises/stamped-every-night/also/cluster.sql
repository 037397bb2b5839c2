cluster inventory using inventory_pkey;
