-- Bigger, because it indexes keys apart from values; it can answer the operators ?, ?| and ?& as well.
create index on threads using gin (metadata);
