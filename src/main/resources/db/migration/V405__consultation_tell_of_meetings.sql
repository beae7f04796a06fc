-- What kind of meeting it is, and what people were told of it: the letters are written later.
alter table consultation_meeting add column kind varchar(20) not null default 'MEETING';
alter table consultation_meeting alter column kind drop default;
alter table consultation_meeting_cancelled add column kind varchar(20) not null default 'MEETING';
alter table consultation_meeting_cancelled alter column kind drop default;

create table consultation_meeting_news (
    id              uuid         primary key,
    consultation_id uuid         not null references consultation,
    what            varchar(10)  not null,
    kind            varchar(20)  not null,
    -- Local time in Riga.
    held_at         timestamp    not null,
    until           time,
    place           varchar(300) not null,
    url             varchar(500) not null,
    told_at         timestamptz  not null
);
