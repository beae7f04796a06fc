-- The sections of a draft document that a proposal can refer to.
create table consultation_section (
    id              uuid         primary key,
    consultation_id uuid         not null references consultation,
    position        integer      not null,
    code            varchar(40)  not null,
    title           varchar(300) not null,
    page            integer check (page > 0)
);
create unique index consultation_section_code on consultation_section (consultation_id, lower(code));
create index consultation_section_of on consultation_section (consultation_id, position, id);
