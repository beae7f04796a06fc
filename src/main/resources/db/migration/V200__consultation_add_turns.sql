alter table consultation
    add column withdrawn_at timestamptz,
    add column withdrawal_reason text,
    add column own_hosted boolean not null default false,
    add column tap_url varchar(500),
    add column official_closes_on date,
    add column short_window_reason text,
    add column short_window_accepted_by varchar(200),
    add column short_window_accepted_at timestamptz,
    add constraint consultation_official_end check (official_closes_on > closes_on);

create table consultation_extension (
    id uuid primary key,
    consultation_id uuid not null references consultation (id),
    closed_on date not null,
    closes_on date not null,
    reason text not null,
    extended_by varchar(200) not null,
    extended_at timestamptz not null,
    constraint consultation_extension_forward check (closes_on > closed_on)
);
create index consultation_extension_of on consultation_extension (consultation_id, extended_at);

create table consultation_revision (
    id uuid primary key,
    consultation_id uuid not null references consultation (id),
    number integer not null,
    label varchar(500) not null,
    dated date not null,
    url varchar(500) not null,
    changes text not null,
    published_by varchar(200) not null,
    published_at timestamptz not null,
    constraint consultation_revision_unique unique (consultation_id, number)
);

create table consultation_approval (
    id uuid primary key,
    consultation_id uuid not null references consultation (id),
    owner varchar(40) not null,
    approved boolean not null,
    comment text not null,
    decided_by varchar(200) not null,
    decided_at timestamptz not null
);
create index consultation_approval_of on consultation_approval (consultation_id, decided_at);

alter table consultation_position
    add column e_address_hosts text[] not null default '{}';

create table consultation_delivery (
    id uuid primary key,
    consultation_id uuid not null references consultation (id),
    host varchar(40) not null,
    manner varchar(20) not null,
    recipient_name varchar(200),
    recipient_email varchar(254),
    language varchar(5) not null,
    sent_at timestamptz,
    sent_by varchar(200),
    message_number varchar(200),
    reminded_at timestamptz,
    called_at timestamptz,
    call_note text,
    confirmed_at timestamptz,
    confirmed_how varchar(20),
    confirmed_by varchar(200),
    version integer not null,
    constraint consultation_delivery_unique unique (consultation_id, host)
);
