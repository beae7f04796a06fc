-- What author, partnership and municipality write to each other about a proposal.
create table proposal_message (
    id          uuid        primary key,
    number      bigint      not null generated always as identity,
    proposal_id uuid        not null references proposal,
    side        varchar(20) not null,
    writer      text        not null,
    text        text        not null,
    written_at  timestamptz not null,
    -- when the others were told by letter
    told_at     timestamptz
);
create index proposal_message_thread on proposal_message (proposal_id, number);
create index proposal_message_untold on proposal_message (number) where told_at is null;
