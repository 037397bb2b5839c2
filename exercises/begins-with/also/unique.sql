create unique index on orders (reference text_pattern_ops);
