-- How often the present work has failed without getting on; while it waits, lease_until is when it is tried again.
alter table import_run
    add column failures    integer not null default 0,
    add column failed_from varchar(20);
