-- What a municipality promised in a published answer, and how far it has come.
create table commitment (
    id                uuid primary key,
    version           integer        not null,
    proposal_id       uuid           not null unique,
    call_id           uuid           not null,
    partnership       varchar(40)    not null,
    owners            varchar(40)[]  not null,
    municipality      varchar(60)    not null,
    state             varchar(20)    not null,
    title             text           not null,
    promise           text,
    amount            numeric(12, 2),
    year              integer,
    budget_line       text,
    council_on        date,
    link              text,
    unfollowed_reason text,
    contact_id        uuid,
    every_months      integer        not null,
    begun_at          timestamptz    not null,
    recorded_at       timestamptz,
    recorded_by       uuid,
    news_at           timestamptz,
    concluded_at      timestamptz,
    next_on           date,
    report_by         date,
    -- Which letters of the present round are out; timers mark many rows with one statement.
    asked_at          timestamptz,
    reminded_at       timestamptz,
    escalated_at      timestamptz,
    search_words      text           not null,
    words             tsvector       not null generated always as (to_tsvector('simple', search_words)) stored
);

-- The public list; the query names the same states.
create index commitment_public on commitment (news_at desc, id)
    where state in ('NOT_STARTED', 'UNDER_WAY', 'DONE', 'GIVEN_UP');
-- The staff's list, newest first.
create index commitment_begun on commitment (begun_at desc, id);
-- What is asked of one contact on the same day, and what that contact's page shows.
create index commitment_asked on commitment (partnership, contact_id, next_on) where concluded_at is null;
-- What is late; nearly nothing of all that there is.
create index commitment_late on commitment (report_by) where concluded_at is null and report_by is not null;
create index commitment_words on commitment using gin (words);

-- What was told of it, oldest first.
create table commitment_news (
    id            uuid primary key,
    commitment_id uuid        not null references commitment,
    state         varchar(20) not null,
    words         text,
    link          text,
    document_id   uuid,
    told_at       timestamptz not null,
    by_account    uuid,
    by_contact    uuid
);
create index commitment_news_of on commitment_news (commitment_id, told_at);
