-- What the author thinks of the answer; one a proposal, the last word counts.
create table proposal_rating (
    proposal_id uuid        primary key references proposal,
    score       smallint    not null check (score between 1 and 5),
    comment     text,
    rated_at    timestamptz not null
);
