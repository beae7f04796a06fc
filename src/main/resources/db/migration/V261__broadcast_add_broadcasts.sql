-- Urgent calls to organisations.
create table broadcast (
    id          uuid primary key,
    version     integer       not null,
    partnership varchar(40)   not null,
    state       varchar(20)   not null,
    title       text          not null,
    text        text          not null,
    options     text[]        not null,
    everywhere  boolean       not null,
    topics      varchar(40)[] not null,
    kinds       varchar(40)[] not null,
    places      varchar(60)[] not null,
    answer_by   date          not null,
    written_by  uuid          not null,
    written_at  timestamptz   not null,
    opened_at   timestamptz,
    closed_at   timestamptz,
    thanks      text,
    thanked_at  timestamptz
);
create index broadcast_list on broadcast (partnership, written_at desc, id);

-- Each organisation that was called; number keeps the order in which letters go out.
create table broadcast_recipient (
    id              uuid primary key,
    broadcast_id    uuid        not null references broadcast,
    number          integer     not null,
    organisation_id uuid        not null,
    name            text        not null,
    person          text,
    email           text        not null,
    language        varchar(5)  not null,
    sent_at         timestamptz,
    opened_at       timestamptz,
    reminded_at     timestamptz,
    answered_at     timestamptz,
    helps           boolean,
    options         integer[]   not null default '{}',
    amount          integer,
    comment         text,
    unique (broadcast_id, organisation_id)
);
create index broadcast_recipient_unsent on broadcast_recipient (broadcast_id, number) where sent_at is null;
create index broadcast_recipient_answered on broadcast_recipient (broadcast_id, answered_at desc nulls last, number);
create index broadcast_recipient_silent on broadcast_recipient (broadcast_id, number) where answered_at is null;
create index broadcast_recipient_email on broadcast_recipient (lower(email));
