-- Changes of the standard periods that begin on a day; rule is the row of processes/periods.dmn.
create table period_change (
    id        uuid primary key,
    rule      text        not null,
    starts_on date        not null,
    amount    integer     not null check (amount > 0),
    unit      text        not null check (unit in ('HOURS', 'DAYS', 'WORKING_DAYS', 'WEEKS', 'MONTHS')),
    source    text        not null,
    mark      text        not null check (mark in ('CHECKED', 'UNCHECKED', 'OWN')),
    note      text,
    added_at  timestamptz not null,
    added_by  uuid        not null,
    unique (rule, starts_on)
);
