create table organisation_group (
    id          uuid primary key,
    version     integer     not null,
    partnership text        not null references partnership,
    name        text        not null,
    note        text,
    changed_at  timestamptz not null,
    changed_by  uuid
);
create unique index organisation_group_once on organisation_group (partnership, lower(name));
create index organisation_group_name on organisation_group (name collate "lv-x-icu", id);

create table organisation_group_member (
    group_id        uuid not null references organisation_group on delete cascade,
    organisation_id uuid not null references organisation on delete cascade,
    primary key (group_id, organisation_id)
);
create index organisation_group_member_of on organisation_group_member (organisation_id);
