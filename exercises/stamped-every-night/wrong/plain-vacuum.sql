-- fails: pages
-- misconception: file-not-shorter
-- It makes the dead versions' room usable and gives none of it back: the newest rows lie at the end of the file.
vacuum inventory;
