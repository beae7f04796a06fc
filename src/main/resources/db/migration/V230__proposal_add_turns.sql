alter table proposal add column clarification_asked_at timestamptz;
alter table proposal add column withdrawn_at timestamptz;
-- AUTHOR: its author took it back; CALL: the consultation was withdrawn.
alter table proposal add column withdrawal varchar(20);
alter table proposal add column withdrawal_reason text;
-- The declined one that this one improves.
alter table proposal add column improves_id uuid references proposal;
create unique index proposal_improves on proposal (improves_id) where improves_id is not null;

-- The public list names the same statuses.
drop index proposal_public;
create index proposal_public on proposal (call_id, registered_at desc, id)
    where status in ('SCREENED', 'MERGED', 'SPLIT', 'FORWARDED', 'ANSWERING', 'ANSWERED', 'PUBLISHED');

-- What staff asked an author to make clear, and how it ended.
create table proposal_clarification (
    id           uuid        primary key,
    proposal_id  uuid        not null references proposal,
    question     text        not null,
    asked_by     uuid        not null,
    asked_at     timestamptz not null,
    answer_until date,
    answered_at  timestamptz,
    went_on_at   timestamptz
);
create index proposal_clarification_proposal on proposal_clarification (proposal_id, asked_at);
-- One question at a time.
create unique index proposal_clarification_open on proposal_clarification (proposal_id)
    where answered_at is null and went_on_at is null;

-- What the author wrote before.
create table proposal_version (
    proposal_id uuid        not null references proposal,
    version     integer     not null,
    title       text        not null,
    text        text        not null,
    replaced_at timestamptz not null,
    primary key (proposal_id, version)
);

-- An answer that was followed by another question, with the question.
create table proposal_earlier_reply (
    proposal_id uuid        not null references proposal,
    version     integer     not null,
    outcome     varchar(20) not null,
    route       varchar(20),
    rationale   text,
    answered_at timestamptz not null,
    question    text        not null,
    asked_by    uuid        not null,
    asked_at    timestamptz not null,
    primary key (proposal_id, version)
);

-- A contact asks for a later day; a manager decides.
create table proposal_more_days (
    id            uuid        primary key,
    proposal_id   uuid        not null references proposal,
    contact_id    uuid,
    asked_until   date        not null,
    reason        text        not null,
    asked_at      timestamptz not null,
    decided_at    timestamptz,
    decided_by    uuid,
    granted_until date,
    comment       text
);
create index proposal_more_days_proposal on proposal_more_days (proposal_id, asked_at);
-- One request at a time.
create unique index proposal_more_days_open on proposal_more_days (proposal_id) where decided_at is null;
