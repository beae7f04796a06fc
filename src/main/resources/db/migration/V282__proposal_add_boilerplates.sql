-- Texts that answers are put together from: of a partnership, or of a municipality or one of its departments.
create table proposal_boilerplate (
    id           uuid        primary key,
    version      integer     not null default 0,
    partnership  varchar(40),
    municipality varchar(60),
    department   varchar(40),
    title        text        not null,
    text         text        not null,
    search_text  text        not null,
    changed_by   text        not null,
    changed_at   timestamptz not null,
    check ((partnership is null) <> (municipality is null)),
    check (department is null or municipality is not null)
);
create index proposal_boilerplate_municipality on proposal_boilerplate (municipality, department) where municipality is not null;
create index proposal_boilerplate_partnership on proposal_boilerplate (partnership) where partnership is not null;

-- In which answers a text went out.
create table proposal_boilerplate_use (
    boilerplate_id uuid        not null references proposal_boilerplate on delete cascade,
    proposal_id    uuid        not null references proposal,
    used_at        timestamptz not null,
    primary key (boilerplate_id, proposal_id)
);
create index proposal_boilerplate_use_proposal on proposal_boilerplate_use (proposal_id);

-- The text that a draft was begun with, until the answer goes out.
alter table proposal_reply_draft add column boilerplate_id uuid references proposal_boilerplate on delete set null;
