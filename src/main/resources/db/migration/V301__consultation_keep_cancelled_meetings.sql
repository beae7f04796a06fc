-- When a meeting ends, how often it was moved, and which ones were cancelled, for calendars that have them already.
alter table consultation_meeting
    add column until    time,
    add column sequence integer not null default 0;

create table consultation_meeting_cancelled (
    id              uuid         primary key,
    consultation_id uuid         not null references consultation,
    held_at         timestamp    not null,
    until           time,
    place           varchar(300) not null,
    url             varchar(500) not null,
    sequence        integer      not null,
    cancelled_at    timestamptz  not null
);
create index consultation_meeting_cancelled_of on consultation_meeting_cancelled (consultation_id, held_at);
