-- Trusted since PostgreSQL 13, so the owner of the database may create it.
create extension if not exists pg_trgm;

create table place (
    code         text primary key,
    kind         text not null check (kind in ('STATE', 'PLANNING_REGION', 'MUNICIPALITY', 'STATE_CITY', 'TOWN', 'PARISH')),
    parent       text references place deferrable initially deferred,
    atvk         text check (atvk ~ '^[0-9]{7}$'),
    ended_on     date,
    -- names that an administrator changed are no longer overwritten from the reference file
    names_edited boolean not null default false,
    version      integer not null default 0
);

create table place_name (
    place      text not null references place,
    position   integer not null,
    lv         text not null,
    en         text not null,
    genitive   text not null,
    valid_from date,
    valid_to   date check (valid_to >= valid_from),
    primary key (place, position)
);

create table place_successor (
    place     text not null references place,
    successor text not null references place deferrable initially deferred,
    primary key (place, successor)
);

create table partnership (
    code            text primary key,
    short_name      text not null,
    site            text not null,
    email           text not null,
    phone           text not null,
    -- an address that somebody changed is no longer overwritten from the reference file
    contacts_edited boolean not null default false,
    version         integer not null default 0
);

create table partnership_name (
    partnership text not null references partnership,
    position    integer not null,
    lv          text not null,
    en          text not null,
    genitive    text not null,
    valid_from  date,
    valid_to    date check (valid_to >= valid_from),
    primary key (partnership, position)
);

create table partnership_place (
    partnership  text not null references partnership,
    place        text not null references place,
    position     integer not null,
    counterparty boolean not null,
    primary key (partnership, place)
);

create table organisation (
    id                  uuid primary key,
    version             integer not null,
    name                text not null,
    kind                text not null,
    partnership         text not null references partnership,
    place               text not null references place,
    topics              text[] not null,
    registration_number text,
    contact_person      text,
    email               text,
    phone               text,
    language            text not null,
    active              boolean not null,
    search_text         text not null,
    changed_at          timestamptz not null,
    changed_by          uuid
);

-- The list reads in Latvian alphabetical order, alone or narrowed by partnership, kind, topic or words.
create index organisation_name on organisation (name collate "lv-x-icu", id) where active;
create index organisation_partnership on organisation (partnership, name collate "lv-x-icu", id);
create index organisation_kind on organisation (kind, name collate "lv-x-icu", id);
create index organisation_place on organisation (place);
create index organisation_topics on organisation using gin (topics);
create index organisation_search on organisation using gin (search_text gin_trgm_ops);
create index organisation_email on organisation (email);
create index organisation_registration_number on organisation (registration_number);

create table municipal_contact (
    id           uuid primary key,
    version      integer not null,
    municipality text not null references place,
    department   text not null,
    name         text not null,
    job          text,
    email        text not null,
    phone        text,
    language     text not null,
    topics       text[] not null,
    manager_id   uuid references municipal_contact check (manager_id <> id),
    active       boolean not null,
    search_text  text not null,
    changed_at   timestamptz not null,
    changed_by   uuid
);

create index municipal_contact_name on municipal_contact (name collate "lv-x-icu", id) where active;
create index municipal_contact_municipality on municipal_contact (municipality, department, name collate "lv-x-icu", id);
create index municipal_contact_department on municipal_contact (department, name collate "lv-x-icu", id);
create index municipal_contact_topics on municipal_contact using gin (topics);
create index municipal_contact_search on municipal_contact using gin (search_text gin_trgm_ops);
create index municipal_contact_email on municipal_contact (email);
create index municipal_contact_manager on municipal_contact (manager_id);
