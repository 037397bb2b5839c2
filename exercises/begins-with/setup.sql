-- As on most servers: the column is compared by the rules of a language, not byte by byte.
alter table orders alter column reference type text collate "und-x-icu";
