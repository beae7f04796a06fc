create table import_run (
    id           uuid         primary key,
    kind         varchar(40)  not null,
    destination  varchar(100) not null,
    language     varchar(5)   not null,
    state        varchar(20)  not null,
    file_name    text         not null,
    sha256       text         not null,
    document     uuid,
    uploaded_by  uuid         not null,
    uploaded_at  timestamptz  not null,
    started_at   timestamptz,
    ended_at     timestamptz,
    refusal      varchar(80),
    found        varchar[]    not null default '{}',
    missing      varchar[]    not null default '{}',
    ignored      text[]       not null default '{}',
    sample       jsonb,
    rows_total   bigint       not null default 0,
    rows_faulty  bigint       not null default 0,
    last_row     bigint       not null default 0,
    rows_done    bigint       not null default 0,
    rows_taken   bigint       not null default 0,
    rows_skipped bigint       not null default 0,
    rows_undone  bigint       not null default 0,
    lease        uuid,
    lease_until  timestamptz
);

-- What was imported here before, newest first.
create index import_run_list on import_run (kind, destination, uploaded_at desc, id);
-- The same file once more.
create index import_run_file on import_run (sha256);
-- What waits for a node that works.
create index import_run_work on import_run (uploaded_at) where state in ('CHECKING', 'RUNNING', 'UNDOING');
-- Files that are kept for a while only.
create index import_run_kept on import_run (uploaded_at) where document is not null;

-- Which row was not taken and why; what stands in the row is in the file alone.
create table import_fault (
    run_id      uuid        not null references import_run,
    row_number  bigint      not null,
    position    integer     not null,
    column_key  varchar(40),
    message     varchar(120) not null,
    arguments   text[]      not null default '{}',
    primary key (run_id, row_number, position)
);

-- What came of each row, so that it can be found and undone.
create table import_taken (
    run_id     uuid    not null references import_run,
    row_number bigint  not null,
    subject    uuid    not null,
    undone     boolean,
    primary key (run_id, row_number)
);
