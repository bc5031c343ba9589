-- No two rows stand at one place of a chain; and old rows are found.
create unique index concurrently if not exists access_log_position on access_log (case_id, position);
create index concurrently if not exists access_log_at on access_log (at);
