-- exercise: after-the-recall
-- Only the column whose values have changed.
analyze orders (status);
