create table consultation (
    id uuid primary key,
    code varchar(40) not null,
    title varchar(300) not null,
    title_en varchar(300),
    document_type varchar(40) not null,
    period_from integer,
    period_to integer,
    status varchar(20) not null,
    opens_on date not null,
    closes_on date not null,
    summary text not null,
    summary_en text,
    hosts text[] not null,
    owners text[] not null,
    topics text[] not null,
    invited_topics text[] not null,
    invited_kinds text[] not null,
    details jsonb not null,
    sample boolean not null,
    registered_at timestamptz not null,
    announced_at timestamptz,
    opened_at timestamptz,
    closed_at timestamptz,
    delivered_at timestamptz,
    answered_at timestamptz,
    reported_at timestamptz,
    return_comment text,
    version integer not null,
    constraint consultation_code_unique unique (code),
    constraint consultation_window check (closes_on >= opens_on)
);
create index consultation_by_status on consultation (status, closes_on desc, id);
create index consultation_by_closing on consultation (closes_on desc, id);
create index consultation_by_owner on consultation using gin (owners);
create index consultation_by_host on consultation using gin (hosts);

create table consultation_publication (
    id uuid primary key,
    consultation_id uuid not null references consultation (id),
    channel varchar(40) not null,
    link varchar(500),
    published_on date,
    published_by varchar(200),
    constraint consultation_publication_unique unique (consultation_id, channel)
);

create table consultation_invitation (
    id uuid primary key,
    consultation_id uuid not null references consultation (id),
    organisation_id uuid not null,
    organisation_name varchar(300) not null,
    email varchar(254) not null,
    language varchar(5) not null,
    sent_at timestamptz not null,
    reminded_at timestamptz,
    opened_at timestamptz,
    answered_at timestamptz,
    constraint consultation_invitation_unique unique (consultation_id, organisation_id)
);
create index consultation_invitation_silent on consultation_invitation (consultation_id, id) where answered_at is null;

create table consultation_position (
    consultation_id uuid primary key references consultation (id),
    introduction text not null,
    own_view text not null,
    items jsonb not null,
    version integer not null
);

create table consultation_report (
    consultation_id uuid primary key references consultation (id),
    introduction text not null,
    conclusions text not null,
    published_at timestamptz,
    version integer not null
);
