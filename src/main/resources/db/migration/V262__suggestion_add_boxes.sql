-- Suggestion boxes, the rounds in which they are emptied, and the sheets that were in them.
create table suggestion_box (
    id              uuid primary key,
    version         integer     not null,
    code            varchar(40) not null unique,
    partnership     varchar(40) not null,
    place           varchar(60) not null,
    spot            text        not null,
    keeper_name     text,
    keeper_email    text,
    keeper_phone    text,
    keeper_language varchar(5)  not null,
    every           integer     not null,
    unit            varchar(10) not null,
    weekday         integer     not null,
    active          boolean     not null,
    next_on         date        not null,
    registered_at   timestamptz not null
);
create index suggestion_box_list on suggestion_box (partnership, place, id);
create index suggestion_box_place on suggestion_box (place);
create index suggestion_box_due on suggestion_box (next_on) where active;
create index suggestion_box_keeper on suggestion_box (lower(keeper_email));

create table collection_round (
    id          uuid primary key,
    version     integer     not null,
    box_id      uuid        not null references suggestion_box,
    state       varchar(10) not null,
    begun_on    date        not null,
    due_on      date        not null,
    emptied_at  timestamptz,
    sorted_at   timestamptz
);
create index collection_round_box on collection_round (box_id, begun_on desc, id);
-- A box is emptied once at a time.
create unique index collection_round_open on collection_round (box_id) where state = 'OPEN';

create table suggestion_sheet (
    id          uuid primary key,
    round_id    uuid        not null references collection_round,
    number      integer     not null,
    text        text        not null,
    author      text,
    contact     text,
    document_id uuid,
    fate        varchar(10) not null,
    reason      text,
    proposal_id uuid,
    entered_at  timestamptz not null,
    unique (round_id, number)
);
create index suggestion_sheet_contact on suggestion_sheet (lower(contact));
