-- Who stands behind a proposal that somebody else has written; the person goes when the support ends.
create table proposal_supporter (
    id           uuid primary key,
    proposal_id  uuid         not null references proposal,
    name         text,
    email        text,
    organisation text,
    language     varchar(5)   not null,
    publish_name boolean      not null,
    text_version varchar(20)  not null,
    asked_at     timestamptz  not null,
    confirm_by   timestamptz  not null,
    confirmed_at timestamptz,
    ended_at     timestamptz
);
-- A person supports a proposal once.
create unique index proposal_supporter_once on proposal_supporter (proposal_id, lower(email)) where ended_at is null;
create index proposal_supporter_email on proposal_supporter (lower(email));
-- What nobody has confirmed is looked for every hour.
create index proposal_supporter_unconfirmed on proposal_supporter (confirm_by)
    where confirmed_at is null and ended_at is null;

-- Whom an author has asked for support: the address is known by its digest only, so that nobody is asked twice.
create table proposal_support_invitation (
    proposal_id    uuid        not null references proposal,
    address_digest bytea       not null,
    invited_at     timestamptz not null,
    primary key (proposal_id, address_digest)
);

alter table proposal
    -- Confirmed supporters and the authors of what was merged into it, each person once; kept with every change.
    add column supporters integer not null default 0,
    add column merged_into uuid references proposal,
    add column split_from uuid references proposal,
    add column part integer;

create index proposal_merged on proposal (merged_into) where merged_into is not null;
create unique index proposal_part on proposal (split_from, part) where split_from is not null;

-- The author of a merged proposal follows the other one, and may stop doing so.
alter table proposal_submitter add column muted_at timestamptz;
