-- What proposals are about in the words of those who read them, and who has read what.
create table proposal_theme (
    id         uuid        primary key,
    call_id    uuid        not null,
    name       text        not null check (length(name) between 1 and 120),
    about      text        check (length(about) <= 600),
    created_by uuid        not null,
    created_at timestamptz not null
);
create unique index proposal_theme_name on proposal_theme (call_id, lower(name));

create table proposal_theme_mark (
    proposal_id uuid        not null references proposal on delete cascade,
    theme_id    uuid        not null references proposal_theme on delete cascade,
    marked_by   uuid        not null,
    marked_at   timestamptz not null,
    primary key (proposal_id, theme_id)
);
create index proposal_theme_marked on proposal_theme_mark (theme_id, proposal_id);

create table proposal_reading (
    proposal_id uuid        not null references proposal on delete cascade,
    reader      uuid        not null,
    call_id     uuid        not null,
    read_at     timestamptz not null,
    primary key (proposal_id, reader)
);
create index proposal_reading_call on proposal_reading (call_id, reader, read_at);
