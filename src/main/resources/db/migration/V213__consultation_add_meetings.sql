create table consultation_meeting (
    id                  uuid         primary key,
    consultation_id     uuid         not null references consultation,
    -- Local time in Riga.
    held_at             timestamp    not null,
    format              varchar(20)  not null,
    place               varchar(300) not null,
    url                 varchar(500) not null,
    minutes             text         not null,
    minutes_public      boolean      not null,
    attendance          integer check (attendance >= 0),
    attendance_at_least boolean      not null,
    minutes_at          timestamptz,
    minutes_by          varchar(200),
    reminded_at         timestamptz
);
create index consultation_meeting_of on consultation_meeting (consultation_id, held_at, id);
create index consultation_meeting_unwritten on consultation_meeting (held_at)
    where minutes_at is null and reminded_at is null;

insert into consultation_meeting (id, consultation_id, held_at, format, place, url, minutes, minutes_public, attendance_at_least)
select gen_random_uuid(), c.id,
       case jsonb_typeof(m -> 'at')
           when 'array' then make_timestamp((m #>> '{at,0}')::int, (m #>> '{at,1}')::int, (m #>> '{at,2}')::int,
                                            (m #>> '{at,3}')::int, (m #>> '{at,4}')::int, 0)
           else (m ->> 'at')::timestamp
       end,
       m ->> 'format', left(m ->> 'place', 300), left(coalesce(m ->> 'url', ''), 500), '', false, false
from consultation c cross join lateral jsonb_array_elements(c.details -> 'meetings') m;
