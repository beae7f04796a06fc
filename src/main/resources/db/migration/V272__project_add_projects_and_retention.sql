create table project (
    id               uuid primary key,
    version          integer not null,
    name             text    not null,
    funder           text    not null,
    programme        text,
    partnerships     text[]  not null check (cardinality(partnerships) > 0),
    starts_on        date    not null,
    ends_on          date    not null check (ends_on >= starts_on),
    publicity        text,
    retention_years  integer not null check (retention_years between 0 and 30),
    retention_reason text    not null
);
create index project_name on project (name collate "lv-x-icu", id);
create index project_partnerships on project using gin (partnerships);

-- What a consultation belongs to unless it is assigned by hand.
create table project_default (
    partnership text primary key,
    project     uuid not null references project
);

create table project_consultation (
    consultation_id uuid primary key,
    project         uuid not null references project
);
create index project_consultation_project on project_consultation (project);

create table retention_round (
    id          uuid primary key,
    partnership text        not null,
    state       text        not null,
    proposed_at timestamptz not null,
    proposed_by uuid,
    decided_at  timestamptz,
    decided_by  uuid,
    finished_at timestamptz
);
-- One at a time: what is proposed twice would be counted twice.
create unique index retention_round_open on retention_round (partnership) where state in ('PROPOSED', 'RUNNING');
create index retention_round_list on retention_round (partnership, proposed_at desc, id);

create table retention_item (
    round           uuid    not null references retention_round,
    consultation_id uuid    not null,
    title           text    not null,
    project_name    text    not null,
    retained_until  date    not null,
    counts          jsonb   not null,
    total           bigint  not null,
    kept            boolean not null default false,
    erased          bigint  not null default 0,
    done            boolean not null default false,
    primary key (round, consultation_id)
);
create index retention_item_to_do on retention_item (round, consultation_id) where not done and not kept;
