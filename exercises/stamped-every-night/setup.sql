-- Three nights, and nobody has cleared up in between.
update inventory set counted_at = '2025-07-01 04:00+00';
update inventory set counted_at = '2025-07-02 04:00+00';
update inventory set counted_at = '2025-07-03 04:00+00';
