create sequence proposal_number;

create table proposal (
    id                 uuid primary key,
    version            integer      not null default 0,
    receipt            varchar(12)  not null unique,
    number             bigint unique,
    call_id            uuid         not null,
    partnership        varchar(40)  not null,
    owners             varchar(40)[] not null,
    status             varchar(20)  not null,
    channel            varchar(20)  not null,
    language           varchar(5)   not null,
    title              text         not null,
    text               text         not null,
    topic              varchar(40)  not null,
    municipality       varchar(60)  not null,
    place              varchar(60),
    asset              varchar(20),
    own_contribution   text,
    support_asked      text,
    submitted_at       timestamptz  not null,
    confirm_by         timestamptz,
    confirmed_at       timestamptz,
    registered_at      timestamptz,
    screened_at        timestamptz,
    screened_by        uuid,
    decline_reason     text,
    left_out_reason    text,
    forwarded_at       timestamptz,
    department         varchar(40),
    contact_id         uuid,
    due_on             date,
    final_on           date,
    reminded_at        timestamptz,
    reminded_on_due_day_at timestamptz,
    escalated_at       timestamptz,
    telephoned_at      timestamptz,
    telephone_note     text,
    late_since         date,
    answered_at        timestamptz,
    outcome            varchar(20),
    route              varchar(20),
    rationale          text,
    published_at       timestamptz,
    expired_at         timestamptz,
    next_on            date,
    deadlines          jsonb        not null default '[]',
    idempotency_digest bytea        not null unique,
    request_digest     bytea        not null,
    sealed_token       bytea        not null
);

-- The public list of a consultation; the query names the same statuses.
create index proposal_public on proposal (call_id, registered_at desc, id)
    where status in ('SCREENED', 'FORWARDED', 'ANSWERED', 'PUBLISHED');
-- What is counted, forwarded and published together.
create index proposal_call on proposal (call_id, status, number);
-- The staff's list, newest first, with the case's place or topic narrowed by filter.
create index proposal_submitted on proposal (submitted_at desc, id);
-- What waits for one municipal contact.
create index proposal_waiting on proposal (contact_id, call_id, due_on) where status = 'FORWARDED';
-- What is overdue; nearly nothing of all that there is.
create index proposal_late on proposal (due_on, id) where status = 'FORWARDED';
-- Others about the same place and topic, beside the screening form.
create index proposal_alike on proposal (call_id, municipality, topic, number);

-- Who proposed stands apart, so that it can be erased.
create table proposal_submitter (
    proposal_id  uuid primary key references proposal,
    name         text,
    email        text,
    phone        text,
    address      text,
    organisation text,
    publish_name boolean not null
);
create index proposal_submitter_email on proposal_submitter (lower(email));

create table proposal_consent (
    proposal_id  uuid        not null references proposal,
    purpose      varchar(20) not null,
    text_version varchar(20) not null,
    given_at     timestamptz not null,
    withdrawn_at timestamptz,
    primary key (proposal_id, purpose)
);

-- What a municipal contact has typed but not sent.
create table proposal_reply_draft (
    proposal_id uuid primary key references proposal,
    outcome     varchar(20),
    route       varchar(20),
    rationale   text,
    saved_at    timestamptz not null
);
