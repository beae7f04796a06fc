-- Where in the adopted document a proposal can be found.
create table proposal_landing (
    proposal_id uuid         primary key references proposal,
    place       text         not null,
    link        text,
    noted_at    timestamptz  not null
);
