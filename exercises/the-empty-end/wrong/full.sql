-- fails: open
-- As short as can be, and nobody could send a mail meanwhile.
vacuum full outbox;
