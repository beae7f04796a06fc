create table portal_subscription (
    id           uuid        primary key,
    email        text        not null unique,
    language     varchar(5)  not null,
    topics       text[]      not null,
    places       text[]      not null,
    news         text[]      not null,
    requested_at timestamptz not null,
    confirmed_at timestamptz
);
create index portal_subscription_unconfirmed on portal_subscription (requested_at) where confirmed_at is null;

-- An event of a consultation that subscribers are told of; the row says how far the letters have come.
create table portal_news (
    id              uuid        primary key,
    consultation_id uuid        not null,
    kind            varchar(20) not null,
    closes_on       date        not null,
    noted_at        timestamptz not null,
    reached         uuid,
    letters         integer     not null default 0,
    finished_at     timestamptz
);
-- Each event once, an extension or a reminder once for each last day.
create unique index portal_news_once on portal_news (consultation_id, kind,
    (case when kind in ('EXTENDED', 'CLOSING') then closes_on else date '1970-01-01' end));
create index portal_news_open on portal_news (noted_at) where finished_at is null;

-- What was answered lately.
create index consultation_answered on consultation (answered_at) where answered_at is not null;
